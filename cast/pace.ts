import { setTimeout as wait } from 'node:timers/promises';

export interface Pace {
  /** Words a second; 0: at once. */
  readonly wordsPerSecond: number;
  /** Milliseconds before the first word. */
  readonly firstMs: number;
  /** However long an answer is, it is said within so many milliseconds after its first word. */
  readonly longestMs: number;
}

const DEFAULT: Pace = { wordsPerSecond: 60, firstMs: 120, longestMs: 2000 };

/** @param pace words a second, 0 for at once, or all of it. */
export function paceOf(pace: number | Partial<Pace> | undefined): Pace {
  const wanted = typeof pace === 'number' ? { wordsPerSecond: pace } : (pace ?? {});
  const full = { ...DEFAULT, ...wanted };
  return full.wordsPerSecond === 0 ? { wordsPerSecond: 0, firstMs: 0, longestMs: 0 } : full;
}

/** Milliseconds from the first of so many tokens to the last. */
export function duration({ wordsPerSecond, longestMs }: Pace, tokens: number): number {
  return wordsPerSecond === 0 ? 0 : Math.min(longestMs, (tokens / wordsPerSecond) * 1000);
}

/** A tick is as short as the eye needs, and long enough for many streams at a time. */
const TICK_MS = 50;

/**
 * Hands out the tokens in groups, a tick apart, so that all are out after their duration.
 * Ends early, without an error, when the signal is aborted.
 */
export async function* paced<T>(
  tokens: readonly T[],
  pace: Pace,
  signal: AbortSignal,
): AsyncGenerator<readonly T[]> {
  const ticks = Math.max(1, Math.floor(duration(pace, tokens.length) / TICK_MS));
  const size = Math.ceil(tokens.length / ticks);
  for (let at = 0; at < tokens.length; at += size) {
    if (at > 0 && pace.wordsPerSecond > 0) await pause(TICK_MS, signal);
    if (signal.aborted) return;
    yield tokens.slice(at, at + size);
  }
}

/** Resolves after the time or as soon as the signal is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await wait(ms, undefined, { signal }).catch(() => {});
}
