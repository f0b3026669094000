import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { EXIT } from '../send/exit.ts';
import { type Console, fileExists } from './console.ts';

/** The terminal or the pipes that this process was started with. */
export function nodeConsole(): Console {
  const { stdin, stdout, stderr, env } = process;
  return {
    stdout,
    stderr,
    env,
    loadDrawText: async () => (await import('../../../core/charts/draw-text.ts')).drawText,
    user: userName(),
    now: () => new Date(),
    onInterrupt: interrupts(process, (code) => process.exit(code)),
    confirm: stdin.isTTY && stdout.isTTY ? confirm : undefined,
    save: (name, content) =>
      writeFile(name, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? fileExists(name) : error;
      }),
  };
}

/** The first Ctrl-C is for whoever listens; the second, or one that nobody awaits, ends the process. */
export function interrupts(
  signals: Pick<NodeJS.Process, 'on'>,
  exit: (code: number) => void,
): Console['onInterrupt'] {
  let listener: (() => void) | undefined;
  const onSignal = (): void => {
    const first = listener;
    listener = undefined;
    if (first) first();
    else exit(EXIT.interrupted.code);
  };
  signals.on('SIGINT', onSignal);
  signals.on('SIGTERM', onSignal);
  return (callback) => {
    listener = callback;
    return () => {
      listener = undefined;
    };
  };
}

async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

/** Containers may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username || 'you';
  } catch {
    return 'you';
  }
}
