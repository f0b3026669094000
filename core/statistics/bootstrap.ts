import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { at } from './lists.ts';
import type { Random } from './random.ts';

/** Below so many items, resampling them says too little of others. */
export const LEAST_ITEMS = 10;
const DRAWS = 9_999;
/** The share of draws that must have a value. */
const LEAST_DRAWS = 0.95;

/**
 * The percentile interval of a statistic over items, drawn anew with replacement (Efron 1979). For
 * what no formula covers. Draws in which the statistic has no value are left out. Undefined below ten
 * items, or where more than one draw in twenty has none.
 * @param statistic of the drawn items; give whole items with all their samples.
 */
export function bootstrap<T extends NonNullable<unknown>>(
  items: readonly T[],
  statistic: (drawn: readonly T[]) => number | undefined,
  random: Random,
  level: number = LEVEL,
  draws: number = DRAWS,
): Interval | undefined {
  return bootstraps(items, (drawn) => [statistic(drawn)], random, level, draws)?.[0];
}

/** The same of several statistics, which each drawing gives all at once. */
export function bootstraps<T extends NonNullable<unknown>>(
  items: readonly T[],
  statistics: (drawn: readonly T[]) => readonly (number | undefined)[],
  random: Random,
  level: number = LEVEL,
  draws: number = DRAWS,
): readonly (Interval | undefined)[] | undefined {
  if (items.length < LEAST_ITEMS) return undefined;
  const drawn = Array.from({ length: draws }, () =>
    statistics(items.map(() => at(items, random.below(items.length)))),
  );
  return drawn[0]?.map((_, place) =>
    middle(
      drawn.map((values) => values[place]),
      level,
    ),
  );
}

/** The limits of the values where as many are cut off at either end as the level leaves out. */
function middle(drawn: readonly (number | undefined)[], level: number): Interval | undefined {
  const values = drawn.filter((value) => value !== undefined && !Number.isNaN(value));
  if (values.length < LEAST_DRAWS * drawn.length) return undefined;
  const sorted = Float64Array.from(values).sort();
  const tail = Math.round(((1 - level) / 2) * (values.length + 1));
  return tail < 1 ? undefined : [at(sorted, tail - 1), at(sorted, values.length - tail)];
}
