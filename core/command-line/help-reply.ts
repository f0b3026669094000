import { UserError } from '../domain/user-error.ts';
import { commandHelpMessage, helpMessage, type Known } from '../views/help.ts';
import type { Message } from '../views/view.ts';
import type { Command } from './declare.ts';
import { commandHelp, overview } from './help-text.ts';

/** Answers with all that can be done, or with how one command is used. @throws UserError where there is none of that name. */
export function helpReply(
  commands: ReadonlyMap<string, Command>,
  name: string | undefined,
  known: Known,
): { readonly to: 'asker'; readonly message: Message; readonly data: unknown } {
  if (name === undefined) {
    const lines = overview(commands);
    return { to: 'asker', message: helpMessage(lines, known), data: lines };
  }
  const found = commands.get(name);
  if (!found) {
    throw new UserError(`No command is called “${name}”.`, 'See help for all.', {
      code: 'not-found',
    });
  }
  const help = commandHelp(found);
  return { to: 'asker', message: commandHelpMessage(help), data: help };
}
