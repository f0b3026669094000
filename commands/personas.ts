import { declareCommand } from '../core/commands/declare.ts';
import { personasMessage } from '../core/views/lists.ts';

export const command = declareCommand({
  name: 'personas',
  about: 'List the personas: who a model can be asked to be',
  options: {},
  examples: ['personas'],
  run: async (_values, { lab }) => ({
    to: 'asker',
    message: personasMessage(lab),
    data: [...lab.personas.values()],
  }),
});
