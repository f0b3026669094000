import { inspect } from 'node:util';
import { asUserError } from '../../../core/domain/user-error.ts';
import { sanitiseTerminal } from '../../../core/text/sanitise-terminal.ts';
import { errorMessage } from '../../../core/views/error-message.ts';
import type { Message } from '../../../core/views/view.ts';
import { type Console, printLine } from '../receive/console.ts';
import type { Flags } from '../receive/flags.ts';
import { COMMAND } from '../receive/names.ts';
import { exitCodeOfError } from './exit.ts';
import { printJson } from './json.ts';
import { printMessage, printView } from './print.ts';

/** Prints a reply, or says what was wrong. Scripts read data instead of a reply. */
export async function replyPrivately(
  message: Message,
  error: unknown,
  flags: Flags,
  terminal: Console,
): Promise<void> {
  if (error !== undefined) await explain(error, flags, terminal);
  else if (!flags.json) await printMessage(message, flags, terminal);
}

/**
 * Says on stderr what was wrong and what to do; scripts read the same on stdout.
 * @returns what the process ends with.
 */
export async function explain(thrown: unknown, flags: Flags, terminal: Console): Promise<number> {
  const error = asUserError(thrown);
  const ours = error.code === 'internal';
  const message = typedHere(error.message);
  const hint = ours ? HOW_TO_SEE : typedHere(error.hint);
  const { view } = errorMessage({ message, hint });
  await printView(view, flags, terminal, terminal.stderr);
  if (ours && terminal.env.LOG_LEVEL === 'debug') {
    printLine(terminal.stderr, sanitiseTerminal(inspect(error.cause)));
  }
  if (flags.json) printJson({ problem: message, next: hint }, terminal);
  return exitCodeOfError(error);
}

/** Commands that a chat would type as `/probe …`, as they are typed here. */
function typedHere(text: string): string {
  return text.replaceAll(/(?<![\w/])\/probe (?=[a-z])/g, `${COMMAND} `);
}

const HOW_TO_SEE = 'With LOG_LEVEL=debug in front, the same command says what.';
