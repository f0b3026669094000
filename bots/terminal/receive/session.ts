import { inspect } from 'node:util';
import type { App } from '../../../core/app/app.ts';
import { checkNames } from '../../../core/command-line/check.ts';
import type { CommandReply } from '../../../core/command-line/declare.ts';
import { parseArgv } from '../../../core/command-line/parse.ts';
import { checkAccess } from '../../../core/domain/access.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { sanitiseTerminal } from '../../../core/text/sanitise-terminal.ts';
import { errorMessage } from '../../../core/views/error-message.ts';
import { EXIT } from '../send/exit.ts';
import { followRun } from '../send/follow.ts';
import { printJson } from '../send/json.ts';
import { printMessages, printView } from '../send/print.ts';
import { COMMAND } from './command.ts';
import { type Console, printLine } from './console.ts';
import type { Flags } from './flags.ts';

/** Does what one command line says. @returns what the process ends with; never rejects for what was typed. */
export async function perform(
  argv: readonly string[],
  app: App,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  try {
    const asker = {
      who: { id: `terminal:${terminal.user}`, name: terminal.user },
      channel: 'terminal:here',
    };
    const parsed = parseArgv(argv, app.commands);
    checkAccess(app.config(), asker, { command: parsed.command.name });
    const values = checkNames(parsed.values, parsed.command, app);
    return await deliver(await parsed.command.run(values, { app, ...asker }), app, flags, terminal);
  } catch (error) {
    return explain(error, flags, terminal);
  }
}

async function deliver(
  reply: CommandReply,
  app: App,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  if (reply.to === 'live') return followRun(reply.run, app, flags, terminal);
  if (flags.json) printJson(reply.data, terminal);
  else
    await printMessages(reply.to === 'asker' ? [reply.message] : reply.messages, flags, terminal);
  return EXIT.done.code;
}

/** Says on stderr what was wrong and what to do; scripts read the same on stdout. */
export function explain(error: unknown, flags: Flags, terminal: Console): number {
  const ours = !(error instanceof UserError);
  const told = ours ? FAULT : error;
  const [message, next] = [typedHere(told.message), typedHere(told.hint)];
  printView(errorMessage(new UserError(message, next)).view, flags, terminal, terminal.stderr);
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
