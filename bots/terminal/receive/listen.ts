import type { AppCommand } from '../../../core/app/app.ts';
import { ownVersion } from '../../../core/app/version.ts';
import { EXIT } from '../send/exit.ts';
import { type Console, printLine } from './console.ts';
import { type Flags, takeFlags } from './flags.ts';
import { AGREEING } from './names.ts';
import { nodeConsole } from './transport.ts';

/** Does what a command line says, and sets what the process ends with. */
export async function runArgv(argv: readonly string[]): Promise<void> {
  // Whoever reads our output may stop reading, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.done.code : EXIT.fault.code);
  });
  const { flags, rest } = takeFlags(argv);
  const terminal = nodeConsole();
  try {
    if (rest[0] === 'completion' && !flags.help) {
      const { completion } = await import('./completion.ts');
      // With its flags: they may be what is to be completed.
      return await completion(argv.slice(1), terminal);
    }
    process.exitCode = await act(rest, flags, terminal);
  } catch (error) {
    const { explain } = await import('../send/reply-privately.ts');
    process.exitCode = await explain(error, flags, terminal);
  }
}

/** Each step loads what it needs and no more: the names of the commands are those of their files. */
async function act(argv: readonly string[], flags: Flags, terminal: Console): Promise<number> {
  if (flags.version) {
    printLine(terminal.stdout, await ownVersion());
    return EXIT.done.code;
  }
  const [{ findCommands }, { commandOf }, { printJson }, { printMessage, printView }] =
    await Promise.all([
      import('../../commands.ts'),
      import('../../../core/command-line/parse.ts'),
      import('../send/json.ts'),
      import('../send/print.ts'),
    ]);
  const commands = await findCommands(terminal.env);
  if (flags.help || argv.length === 0) {
    const { terminalHelp } = await import('../render/help.ts');
    const all = await commands.load();
    await printView(terminalHelp(all, all.get(argv[0] ?? '')), flags, terminal);
    return EXIT.done.code;
  }
  const name = commandOf(argv, commands.names);
  if (name === 'help') {
    const { terminalHelpReply } = await import('./help.ts');
    const { message, data } = await terminalHelpReply(argv, commands);
    if (flags.json) printJson(data, terminal);
    else await printMessage(message, flags, terminal);
    return EXIT.done.code;
  }
  return inApp(argv, await commands.load([name, ...AGREEING]), flags, terminal);
}

/** A second of work: so long a Ctrl-C may wait. */
const COMPARED_HERE = 1_000;

async function inApp(
  argv: readonly string[],
  commands: ReadonlyMap<string, AppCommand>,
  flags: Flags,
  terminal: Console,
): Promise<number> {
  const [
    { dispatch },
    { createDispatcher },
    { openBot },
    { createLog },
    { loadEnvFile, readEnvironment },
  ] = await Promise.all([
    import('./invocation.ts'),
    import('../../dispatcher.ts'),
    import('../../open.ts'),
    import('../../../core/app/log.ts'),
    import('../../../core/config/env.ts'),
  ]);
  loadEnvFile();
  const { logLevel } = readEnvironment({ LOG_LEVEL: 'error', ...process.env });
  const open = await openBot({
    env: process.env,
    log: createLog(logLevel),
    commands,
    discover: true,
    compareHere: COMPARED_HERE,
    // A script need not wait for the cast to speak at a reader's pace.
    castPace: flags.json || !terminal.stdout.isTTY ? 0 : undefined,
  });
  try {
    // What broke is shown here, and needs no line in a log.
    const dispatcher = createDispatcher(open.app, open.store, { onFault: () => {} });
    return await dispatch(argv, dispatcher, flags, terminal);
  } finally {
    await open.close();
  }
}
