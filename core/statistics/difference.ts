import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { mean, meanInterval, variance } from './mean.ts';
import { reach } from './quantile.ts';

export interface Difference {
  /** The first minus the second. */
  readonly estimate: number;
  readonly interval?: Interval | undefined;
  readonly standardError: number;
  readonly df: number;
}

/**
 * The mean difference of pairs, one pair an item, with a t interval: se = sd(a_i − b_i) / √n
 * (Miller 2024, section 4). Both lists in the same order of items.
 */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
  level: number = LEVEL,
): Difference {
  return meanInterval(
    a.map((value, index) => value - (b[index] ?? Number.NaN)),
    level,
  );
}

/** The difference of two means of independent values, with Welch's t interval (Welch 1947). */
export function unpairedDifference(
  a: readonly number[],
  b: readonly number[],
  level: number = LEVEL,
): Difference {
  const estimate = mean(a) - mean(b);
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length];
  const standardError = Math.sqrt(va + vb);
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  if (!Number.isFinite(df)) return { estimate, standardError, df: Number.NaN };
  const half = reach(level, df) * standardError;
  return { estimate, interval: [estimate - half, estimate + half], standardError, df };
}
