import type { Writable } from 'node:stream';
import { UserError } from '../../../core/domain/user-error.ts';
import type { DrawText, FrameOptions } from '../render/frame.ts';

/** A stream with what Node tells of a terminal; absent where it is none. */
export type Output = Writable & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
};

/** All that a command in a terminal touches, so that tests can stand in for each part. */
export interface Console {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly drawText: DrawText;
  /** Who sits here. */
  readonly user: string;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<void>;
  /** Calls back at the first Ctrl-C, until what it returns is called; at the second the process ends. */
  readonly onInterrupt: (callback: () => void) => () => void;
  /** Asks a person yes or no; absent where nobody sits at the terminal. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  /** Writes a file into the current folder. @throws UserError where there is one of that name already. */
  readonly save: (name: string, content: string | Uint8Array) => Promise<void>;
}

const PIPE_WIDTH = 80;

/** How wide, and with or without colour, something is rendered for a stream. */
export function lookOf(to: Output, { env, drawText }: Console): FrameOptions {
  const columns = Number(env.COLUMNS);
  return {
    width: to.columns || (Number.isInteger(columns) && columns > 0 ? columns : PIPE_WIDTH),
    colour: to.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    drawText,
  };
}

/** Can lines be drawn over? A terminal without a size, as some build servers have, is as good as a pipe. */
export function redraws(to: Output, { env }: Console): boolean {
  return to.isTTY === true && Boolean(to.columns && to.rows) && env.TERM !== 'dumb';
}

export function printLine(to: Output, text: string): void {
  to.write(`${text}\n`);
}

export function fileExists(name: string): UserError {
  return new UserError(
    `There is a file called ${name} here already.`,
    'Move it away, or put `> another-name` behind the command.',
  );
}
