import { declareCommand } from '../core/commands/declare.ts';
import { modelsMessage } from '../core/views/lists.ts';

export const command = declareCommand({
  name: 'models',
  about: 'List the models, whether each can be reached, and what it costs',
  options: {},
  examples: ['models'],
  run: async (_values, { lab }) => {
    const states = await lab.models.status();
    return { to: 'asker', message: modelsMessage(lab, states), data: states };
  },
});
