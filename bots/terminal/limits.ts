import type { Limit } from '../platform.ts';

/** The terminal's limits: how much stands on a screen, and how often it is drawn. */
export const LIMITS = {
  /** Columns of what is no terminal and says no width. */
  pipeWidth: { max: 80, source: 'chosen: the width that text files have had for decades' },
  /** Lines of one answer of a finished run on a terminal; in a pipe answers are whole. */
  cellLines: {
    max: 20,
    source: 'chosen: the columns of one screen should be read together',
  },
  /** Rows of a screen that says none. */
  screenRows: { max: 24, source: 'the VT100 had 24' },
} as const satisfies Readonly<Record<string, Limit>>;

/** Times in milliseconds. */
export const TIMES = {
  /** Ten frames a second are smooth enough to read. */
  frame: { max: 100, source: 'chosen: smooth enough to read' },
  /** Between two lines of progress where nothing is drawn over. */
  progressLine: { max: 5_000, source: 'chosen: a log that a person can follow' },
} as const satisfies Readonly<Record<string, Limit>>;
