import { defineCommand } from '../core/app/define-command.ts';
import { personasMessage } from '../core/views/lists.ts';

export const command = defineCommand({
  name: 'personas',
  about: 'List the personas: who a model can be asked to be',
  options: {},
  examples: ['personas'],
  run: async (_values, { app }) => {
    const personas = await app.personas.list();
    return { to: 'asker', message: personasMessage(personas), data: personas };
  },
});
