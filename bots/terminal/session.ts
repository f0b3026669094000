import { checkNames } from '../../core/commands/check.ts';
import type { CommandReply } from '../../core/commands/declare.ts';
import { parseArgv } from '../../core/commands/parse.ts';
import { checkAccess } from '../../core/config/access.ts';
import type { Lab } from '../../core/lab.ts';
import { asProblem, Problem } from '../../core/problem.ts';
import { problemMessage } from '../../core/views/problem.ts';
import type { Console } from './console.ts';
import { EXIT } from './exit.ts';
import type { Flags } from './flags.ts';
import { followRun } from './follow.ts';
import { printJson } from './json.ts';
import { printMessages, printView } from './present.ts';

/** Does what one command line says. @returns what the process ends with; never rejects for what was typed. */
export async function perform(
  argv: readonly string[],
  lab: Lab,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  try {
    const asker = {
      who: { id: `terminal:${terminal.user}`, name: terminal.user },
      channel: 'terminal:here',
    };
    const parsed = parseArgv(argv, lab.commands);
    checkAccess(lab.config(), asker, { command: parsed.command.name });
    const values = checkNames(parsed.values, parsed.command, lab);
    return await deliver(await parsed.command.run(values, { lab, ...asker }), lab, flags, terminal);
  } catch (error) {
    if (!(error instanceof Problem)) lab.log.error({ err: error }, 'a command broke');
    return explain(error, flags, terminal);
  }
}

async function deliver(
  reply: CommandReply,
  lab: Lab,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  if (reply.to === 'live') return followRun(reply.run, lab, flags, terminal);
  if (flags.json) printJson(reply.data, terminal);
  else
    await printMessages(reply.to === 'asker' ? [reply.message] : reply.messages, flags, terminal);
  return EXIT.done.code;
}

/** Says on stderr what was wrong and what to do; scripts read the same on stdout. */
export function explain(error: unknown, flags: Flags, terminal: Console): number {
  const problem = asProblem(error);
  printView(problemMessage(problem).view, flags, terminal, terminal.stderr);
  if (flags.json) printJson({ problem: problem.message, next: problem.next }, terminal);
  return error instanceof Problem ? EXIT.input.code : EXIT.fault.code;
}
