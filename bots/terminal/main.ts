import { enableCompileCache } from 'node:module';
import { createLog } from '../../core/app/log.ts';
import { ownVersion } from '../../core/app/version.ts';
import { loadCommands } from '../../core/command-line/load.ts';
import { loadEnvFile, readEnvironment } from '../../core/config/env.ts';
import { FOLDERS } from '../folders.ts';
import { type Console, printLine } from './receive/console.ts';
import { takeFlags } from './receive/flags.ts';
import { nodeConsole } from './receive/node.ts';
import { explain, perform } from './receive/session.ts';
import { terminalHelp } from './render/help.ts';
import { EXIT } from './send/exit.ts';
import { printView } from './send/print.ts';

// A second start need not strip and compile the same files again.
enableCompileCache();

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done.code : EXIT.fault.code);
});
process.exitCode = await main(process.argv.slice(2), nodeConsole());

async function main(argv: readonly string[], terminal: Console): Promise<number> {
  const { flags, rest } = takeFlags(argv);
  try {
    if (flags.version) {
      printLine(terminal.stdout, await ownVersion());
      return EXIT.done.code;
    }
    if (flags.help || rest.length === 0) {
      const commands = await loadCommands(FOLDERS.commands);
      const about = terminalHelp(commands, commands.get(rest[0] ?? ''));
      printView(about, flags, terminal);
      return EXIT.done.code;
    }
    // Only now, so that help is there at once and a bad data file is explained as other faults are.
    const { openApp } = await import('../../core/app/open.ts');
    loadEnvFile();
    const { logLevel } = readEnvironment({ LOG_LEVEL: 'error', ...process.env });
    const log = createLog(logLevel);
    // A script need not wait for the cast to speak at a reader's pace.
    const castPace = flags.json || !terminal.stdout.isTTY ? 0 : undefined;
    const open = await openApp({
      env: process.env,
      log,
      folders: FOLDERS,
      discover: true,
      castPace,
    });
    try {
      return await perform(rest, open.app, flags, terminal);
    } finally {
      await open.close();
    }
  } catch (error) {
    return explain(error, flags, terminal);
  }
}
