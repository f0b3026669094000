import { inspect } from 'node:util';
import type { CommandReply } from '../../../core/command-line/declare.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { sanitiseTerminal } from '../../../core/text/sanitise-terminal.ts';
import { errorMessage } from '../../../core/views/error-message.ts';
import { COMMAND } from '../receive/command.ts';
import { type Console, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { EXIT } from './exit.ts';
import { printJson } from './json.ts';
import { printMessages, printView } from './print.ts';

/** Prints what a command answers. @returns what the process ends with. */
export async function print(
  reply: Exclude<CommandReply, { readonly to: 'live' }>,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  if (flags.json) printJson(reply.data, terminal);
  else
    await printMessages(reply.to === 'asker' ? [reply.message] : reply.messages, flags, terminal);
  return EXIT.done.code;
}

/** Says on stderr what was wrong and what to do; scripts read the same on stdout. */
export async function explain(error: unknown, flags: Flags, terminal: Console): Promise<number> {
  const ours = !(error instanceof UserError);
  const told = ours ? FAULT : error;
  const [message, next] = [typedHere(told.message), typedHere(told.hint)];
  const { view } = errorMessage(new UserError(message, next));
  await printView(view, flags, terminal, terminal.stderr);
  if (ours && terminal.env.LOG_LEVEL === 'debug')
    printLine(terminal.stderr, sanitiseTerminal(inspect(error)));
  if (flags.json) printJson({ problem: message, next }, terminal);
  return ours ? EXIT.fault.code : EXIT.input.code;
}

/** The same advice as in a chat, with the command as it is typed here. */
function typedHere(text: string): string {
  return text.replaceAll(/(?<![\w/])\/probe (?=[a-z])/g, `${COMMAND} `);
}

const FAULT = {
  message: 'Something broke on our side.',
  hint: 'With LOG_LEVEL=debug in front, the same command says what.',
};
