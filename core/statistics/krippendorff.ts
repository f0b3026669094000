import { counted } from './count.ts';
import { known } from './lists.ts';

type Label = number | string;
type Units<T> = readonly (readonly T[])[];

/**
 * Krippendorff's alpha of labels without an order: 1 is agreement, 0 is chance (Krippendorff 2011).
 * Give the ratings of each unit; one that a rater left out is left out. Units with one rating say
 * nothing. Undefined where all the rest are one value, or there are none.
 */
export function nominalAlpha(units: Units<Label>): number | undefined {
  return alpha(units, () => (a, b) => (a === b ? 0 : 1));
}

/** The same of values of which only the order counts. */
export function ordinalAlpha(units: Units<number>): number | undefined {
  return alpha(units, (counts) => {
    // Two values are as far apart as there are ratings between them, and half of those at each end.
    const middles = new Map<number, number>();
    let below = 0;
    for (const [value, n] of [...counts].sort(([a], [b]) => a - b)) {
      middles.set(value, below + n / 2);
      below += n;
    }
    const middle = (value: number) => known(middles, value);
    return (a, b) => (middle(a) - middle(b)) ** 2;
  });
}

/** The same of values whose distances count, such as scores. */
export function intervalAlpha(units: Units<number>): number | undefined {
  return alpha(units, () => (a, b) => (a - b) ** 2);
}

type Distance<T> = (a: T, b: T) => number;

function alpha<T>(
  units: Units<T>,
  distanceAmong: (counts: ReadonlyMap<T, number>) => Distance<T>,
): number | undefined {
  const paired = units.filter((unit) => unit.length > 1);
  const counts = counted(paired.flat());
  const distance = distanceAmong(counts);
  const n = paired.flat().length;
  const seen = paired.reduce(
    (sum, unit) => sum + distanceSum(counted(unit), distance) / (unit.length - 1),
    0,
  );
  const byChance = distanceSum(counts, distance) / (n - 1);
  return byChance > 0 ? 1 - seen / byChance : undefined;
}

/** The distances of all ordered pairs, summed. */
function distanceSum<T>(counts: ReadonlyMap<T, number>, distance: Distance<T>): number {
  let sum = 0;
  for (const [a, m] of counts) for (const [b, n] of counts) sum += m * n * distance(a, b);
  return sum;
}
