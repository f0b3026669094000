import { declareCommand } from '../core/commands/declare.ts';
import { probesMessage } from '../core/views/lists.ts';

export const command = declareCommand({
  name: 'probes',
  about: 'List the probes: what each asks and how large it is',
  options: {},
  examples: ['probes'],
  run: async (_values, { lab }) => ({
    to: 'asker',
    message: probesMessage(lab),
    data: [...lab.probes.values()].map(({ name, version, title, about, analogue }) => ({
      name,
      version,
      title,
      about,
      analogue,
    })),
  }),
});
