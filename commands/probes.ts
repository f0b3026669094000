import { defineCommand } from '../core/app/define-command.ts';
import { probesMessage } from '../core/views/lists.ts';

export const command = defineCommand({
  name: 'probes',
  about: 'List the probes: what each asks and how large it is',
  options: {},
  examples: ['probes'],
  run: async (_values, { app }) => ({
    to: 'asker',
    message: probesMessage(app),
    data: [...app.probes.values()].map(({ name, version, title, about, analogue }) => ({
      name,
      version,
      title,
      about,
      analogue,
    })),
  }),
});
