import { defineCommand } from '../core/app/define-command.ts';
import { commandHelp, overview } from '../core/command-line/help-text.ts';
import { offered } from '../core/command-line/offered.ts';
import { sitsAtTerminal } from '../core/domain/access.ts';
import { UserError } from '../core/domain/user-error.ts';
import { commandHelpMessage, helpMessage } from '../core/views/help.ts';

export const command = defineCommand({
  name: 'help',
  about: 'Say what can be done here, or how one command is used',
  options: { command: { kind: 'command', about: 'One command', positional: true } },
  examples: ['help', 'help ask'],
  run: async ({ command: name }, { app, channel }) => {
    if (name === undefined) {
      const lines = overview(offered(app.commands, sitsAtTerminal({ channel })));
      return { to: 'asker', message: helpMessage(lines, app), data: lines };
    }
    const found = app.commands.get(name);
    if (!found)
      throw new UserError(`No command is called “${name}”.`, 'See help for all.', {
        code: 'not-found',
      });
    const help = commandHelp(found);
    return { to: 'asker', message: commandHelpMessage(help), data: help };
  },
});
