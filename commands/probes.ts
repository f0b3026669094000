import { defineCommand } from '../core/app/define-command.ts';
import { probesMessage } from '../core/views/lists.ts';

export const command = defineCommand({
  name: 'probes',
  about: 'List the probes: what each asks and how large it is',
  options: {},
  examples: ['probes'],
  run: async (_values, { app }) => {
    const probes = await app.probes.list();
    const data = probes.map(({ trials, ...about }) => about);
    return { to: 'asker', message: probesMessage(probes), data };
  },
});
