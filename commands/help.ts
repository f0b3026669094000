import { defineCommand } from '../core/app/define-command.ts';
import { helpReply } from '../core/command-line/help-reply.ts';
import { offered } from '../core/command-line/offered.ts';
import { sitsAtTerminal } from '../core/domain/access.ts';

export const command = defineCommand({
  name: 'help',
  about: 'Say what can be done here, or how one command is used',
  options: { command: { kind: 'command', about: 'One command', positional: true } },
  examples: ['help', 'help ask'],
  run: async ({ command: name }, { app, channel }) => {
    const all =
      name === undefined ? offered(app.commands, sitsAtTerminal({ channel })) : app.commands;
    const [probes, personas] = await Promise.all([app.probes.names(), app.personas.names()]);
    return helpReply(all, name, { probes, personas });
  },
});
