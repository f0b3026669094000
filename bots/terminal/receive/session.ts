import type { App } from '../../../core/app/app.ts';
import { checkNames } from '../../../core/command-line/check.ts';
import type { CommandReply } from '../../../core/command-line/declare.ts';
import { parseArgv } from '../../../core/command-line/parse.ts';
import { checkAccess } from '../../../core/domain/access.ts';
import { explain, print } from '../send/answer.ts';
import { followRun } from '../send/follow.ts';
import type { Console } from './console.ts';
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
    const values = await checkNames(parsed.values, parsed.command, app);
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
  return print(reply, flags, terminal);
}
