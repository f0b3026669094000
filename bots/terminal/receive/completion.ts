import { existsSync } from 'node:fs';
import type { App, CommandContext } from '../../../core/app/app.ts';
import type { Names } from '../../../core/command-line/names.ts';
import { loadEnvFile, readEnvironment } from '../../../core/config/env.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { ASKED, isShell, SHELLS, scriptFor } from '../render/completion-script.ts';
import { completeShellLine } from './complete.ts';
import { type Console, printLine } from './console.ts';

/**
 * `completion bash` prints the script of a shell, which calls `completion words <line> <word>` at each Tab.
 * @throws UserError where no such shell is known.
 */
export async function completion(argv: readonly string[], terminal: Console): Promise<void> {
  const [what = '', line = '', word = ''] = argv;
  if (what === ASKED) {
    for (const { value, about } of await completions(line, word)) {
      printLine(terminal.stdout, about === '' ? value : `${value}\t${about}`);
    }
    return;
  }
  if (!isShell(what)) {
    throw new UserError(
      what === '' ? 'For which shell?' : 'Completion is there for bash, zsh and fish alone.',
      `Write completion ${SHELLS.join(', or completion ')}.`,
    );
  }
  terminal.stdout.write(scriptFor(what));
}

/** None where something is wrong: at a Tab there is no place for an error. */
async function completions(line: string, word: string) {
  try {
    const [{ scanCommands }, { openBot }, { createLog }, { FOLDERS }] = await Promise.all([
      import('../../../core/command-line/load.ts'),
      import('../../open.ts'),
      import('../../../core/app/log.ts'),
      import('../../folders.ts'),
    ]);
    loadEnvFile();
    const { data } = readEnvironment(process.env);
    const commands = await scanCommands<CommandContext>([FOLDERS.commands]);
    // One that is named already needs no other, but for help, which has their names.
    const [, name = ''] = /^\s*\S+\s+(\S+)\s/.exec(line) ?? [];
    const isAlone = name !== 'help' && commands.names.includes(name);
    const open = await openBot({
      env: process.env,
      log: createLog('silent'),
      commands: await commands.load(isAlone ? [name] : commands.names),
      // A Tab does not wait for servers that may listen here.
      discover: false,
    });
    try {
      const known = existsSync(data) ? open.app : untouched(open.app);
      return await completeShellLine(known, line, word);
    } finally {
      await open.close();
    }
  } catch {
    return [];
  }
}

/** Names alone, for a folder where the bot has kept nothing yet: a Tab leaves neither an index nor a store there. */
function untouched(app: App): Names {
  const { probes, personas, runs, config } = app;
  const rest = { version: 1, about: '', analogue: false, trials: 0, licence: '' };
  return {
    ...app,
    probes: {
      names: probes.names,
      list: async () => (await probes.names()).map((name) => ({ ...rest, name, title: name })),
    },
    personas: {
      names: personas.names,
      list: async () => (await personas.names()).map((name) => ({ ...rest, name, label: name })),
    },
    runs: { recent: async (of) => (config().store.startsWith('sqlite:') ? [] : runs.recent(of)) },
  };
}
