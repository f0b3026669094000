import type { Variable } from '../../core/config/env.ts';
import { LIMITS } from './limits.ts';

/** The environment variables that the terminal reads. */
export const VARIABLES = [
  { name: 'NO_COLOR', about: 'set to anything: no colour in a terminal', otherwise: 'not set' },
] as const satisfies readonly Variable[];

type Environment = Readonly<Record<string, string | undefined>>;

/** A stream, with what Node says of a terminal behind it. */
interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** The columns of a stream; no line may be wider. */
export function widthOf({ columns }: Stream, { COLUMNS }: Environment): number {
  const asked = Number(COLUMNS);
  return columns || (Number.isInteger(asked) && asked > 0 ? asked : LIMITS.pipeWidth.max);
}

export function hasColour({ isTTY }: Stream, { NO_COLOR, TERM }: Environment): boolean {
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** Can lines be drawn over? A terminal without a size, as some build servers have, is as good as a pipe. */
export function canRedraw({ isTTY, columns, rows }: Stream, { TERM }: Environment): boolean {
  return isTTY === true && Boolean(columns && rows) && TERM !== 'dumb';
}
