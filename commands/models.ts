import { defineCommand } from '../core/app/define-command.ts';
import { modelsMessage } from '../core/views/lists.ts';

export const command = defineCommand({
  name: 'models',
  about: 'List the models, whether each can be reached, and what it costs',
  options: {},
  examples: ['models'],
  run: async (_values, { app }) => {
    const states = await app.models.status();
    const message = modelsMessage(app.config(), states, app.configProblem());
    return { to: 'asker', message, data: states };
  },
});
