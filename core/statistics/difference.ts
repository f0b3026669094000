import { LEVEL } from './interval.ts';
import { zip } from './lists.ts';
import { type MeanEstimate, mean, meanInterval, variance } from './mean.ts';
import { criticalValue } from './quantile.ts';

/** The first minus the second. */
export type Difference = MeanEstimate;

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
    zip(a, b).map(([one, other]) => one - other),
    level,
  );
}

/**
 * The difference of two means of independent values, with Welch's t interval (Welch 1947): none below two
 * values a side, or where nothing varies.
 */
export function unpairedDifference(
  a: readonly number[],
  b: readonly number[],
  level: number = LEVEL,
): Difference {
  const estimate = mean(a) - mean(b);
  if (a.length < 2 || b.length < 2) return { estimate };
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length];
  if (va + vb === 0) return { estimate };
  const standardError = Math.sqrt(va + vb);
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  const half = criticalValue(level, df) * standardError;
  return { estimate, interval: [estimate - half, estimate + half], standardError, df };
}
