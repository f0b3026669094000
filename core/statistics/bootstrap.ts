import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import type { Random } from './random.ts';

/** Below so many items, resampling them says too little of others. */
export const LEAST_ITEMS = 10;
const DRAWS = 9_999;

/**
 * The percentile interval of a statistic over items, drawn anew with replacement (Efron 1979). For
 * what no formula covers. Undefined below ten items, or where some draw has no value (NaN).
 * @param statistic of the drawn items; give whole items with all their samples.
 */
export function bootstrap<T extends NonNullable<unknown>>(
  items: readonly T[],
  statistic: (drawn: readonly T[]) => number,
  random: Random,
  level: number = LEVEL,
  draws: number = DRAWS,
): Interval | undefined {
  return bootstraps(items, (drawn) => [statistic(drawn)], random, level, draws)?.[0];
}

/** The same of several statistics, which each drawing gives all at once. */
export function bootstraps<T extends NonNullable<unknown>>(
  items: readonly T[],
  statistics: (drawn: readonly T[]) => readonly number[],
  random: Random,
  level: number = LEVEL,
  draws: number = DRAWS,
): readonly (Interval | undefined)[] | undefined {
  const [first, ...others] = items;
  if (first === undefined || items.length < LEAST_ITEMS) return undefined;
  const all: [T, ...T[]] = [first, ...others];
  const drawn = Array.from({ length: draws }, () => statistics(items.map(() => random.pick(all))));
  return drawn[0]?.map((_, at) =>
    middle(
      drawn.map((values) => values[at] ?? Number.NaN),
      level,
    ),
  );
}

/** What is left of the values where as many are cut off at either end as the level leaves out. */
function middle(values: readonly number[], level: number): Interval | undefined {
  const sorted = Float64Array.from(values).sort();
  const tail = Math.round(((1 - level) / 2) * (values.length + 1));
  const [low, high] = [sorted[tail - 1], sorted[values.length - tail]];
  if (low === undefined || high === undefined || sorted.some(Number.isNaN)) return undefined;
  return [low, high];
}
