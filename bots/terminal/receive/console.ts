import type { Writable } from 'node:stream';
import { UserError } from '../../../core/domain/user-error.ts';
import type { DrawText, FrameOptions } from '../render/frame.ts';
import { hasColour, widthOf } from '../settings.ts';

/** A stream with what Node says of a terminal; absent where it is none. */
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
  /** Loads what draws pictures in text; most of what is printed has none. */
  readonly loadDrawText: () => Promise<DrawText>;
  /** The name of whoever sits here. */
  readonly user: string;
  readonly now: () => Date;
  /** Calls back at the first Ctrl-C, until what it returns is called; at the second the process ends. */
  readonly onInterrupt: (callback: () => void) => () => void;
  /** Asks a person yes or no; absent where nobody sits at the terminal. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  /** Writes a file into the current folder. @throws UserError where there is one of that name already. */
  readonly save: (name: string, content: string | Uint8Array) => Promise<void>;
}

/** The look of a view on a stream: its width, and colour or none. */
export function lookOf(to: Output, { env }: Console): Omit<FrameOptions, 'drawText'> {
  return { width: widthOf(to, env), colour: hasColour(to, env) };
}

export function printLine(to: Output, text: string): void {
  to.write(`${text}\n`);
}

export function fileExists(name: string): UserError {
  return new UserError(
    `There is a file called ${name} here already.`,
    'Move it away, or put `> another-name` behind the command.',
    { code: 'conflict' },
  );
}
