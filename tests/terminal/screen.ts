import { Writable } from 'node:stream';
import { type Console, fileExists, type Output } from '../../bots/terminal/receive/console.ts';
import { drawText } from '../../core/charts/draw-text.ts';

/** A pipe, or a terminal of a size, that remembers what was written to it. */
export function output(size?: {
  columns: number;
  rows: number;
}): Output & { readonly written: string } {
  let written = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  const parts = { isTTY: size !== undefined, columns: size?.columns, rows: size?.rows };
  return Object.defineProperty(Object.assign(stream, parts, { written: '' }), 'written', {
    get: () => written,
  });
}

export interface Setting {
  readonly size?: { columns: number; rows: number };
  readonly env?: Console['env'];
  readonly confirm?: Console['confirm'];
}

/** A console without a process: Ctrl-C is a function, and files are kept in a map. */
export function fakeConsole({ size, env = {}, confirm }: Setting = {}) {
  const stdout = output(size);
  const stderr = output(size);
  const files = new Map<string, string | Uint8Array>();
  let listener: (() => void) | undefined;
  let clock = Date.parse('2026-05-14T09:30:00Z');
  const terminal: Console = {
    stdout,
    stderr,
    env,
    loadDrawText: async () => drawText,
    user: 'ada',
    now: () => new Date(clock),
    onInterrupt: (callback) => {
      listener = callback;
      return () => {
        listener = undefined;
      };
    },
    confirm,
    save: async (name, content) => {
      if (files.has(name)) throw fileExists(name);
      files.set(name, content);
    },
  };
  const wait = (ms: number): void => {
    clock += ms;
  };
  const listens = (): boolean => listener !== undefined;
  return { terminal, stdout, stderr, files, wait, listens, ctrlC: () => listener?.() };
}

/**
 * What a reader sees after all that was written, scrollback included: enough of a terminal for the
 * sequences that move the cursor up and down and erase lines.
 */
export function seen(written: string): readonly string[] {
  const lines: string[] = [''];
  let row = 0;
  let column = 0;
  for (const [part, up, down, home, erase, text] of written.matchAll(SEQUENCES)) {
    if (up !== undefined) row = Math.max(0, row - Number(up || 1));
    else if (down !== undefined) row += Number(down || 1);
    else if (home !== undefined) column = 0;
    else if (erase === '2') lines[row] = '';
    else if (erase !== undefined) lines[row] = (lines[row] ?? '').slice(0, column);
    else if (part === '\n') [row, column] = [row + 1, 0];
    else if (text !== undefined) {
      lines[row] = (lines[row] ?? '').slice(0, column).padEnd(column) + text;
      column += text.length;
    }
    while (lines.length <= row) lines.push('');
  }
  return lines.map((line) => line.trimEnd());
}

const SEQUENCES =
  /\x1b\[(\d*)A|\x1b\[(\d*)B|(\x1b\[G|\r)|\x1b\[([02]?)K|\x1b\[[?\d;]*[a-zA-Z]|\n|([^\x1b\n\r]+)/g;
