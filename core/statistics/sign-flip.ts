import { at, sum } from './lists.ts';
import { drawnP } from './monte-carlo.ts';
import type { Random } from './random.ts';

/** Up to here all 2^n signs are counted. */
const EXACT_UP_TO = 32;

/**
 * The two-sided p of a mean difference over items, if each item's sign were a toss of a coin
 * (Fisher's randomisation test). Exact to 32 items; after that Monte Carlo.
 * @throws RangeError where a difference is no number.
 */
export function signFlip(differences: readonly number[], random: Random): number {
  if (!differences.every(Number.isFinite)) throw new RangeError('a difference is no number');
  const slack = 1e-12 * sum(differences.map(Math.abs));
  const extreme = Math.abs(sum(differences)) - slack;
  if (extreme <= 0) return 1;
  return differences.length <= EXACT_UP_TO
    ? exact(differences, extreme)
    : drawnP(
        () => Math.abs(differences.reduce((t, d) => t + (random.below(2) ? -d : d), 0)) >= extreme,
      );
}

/** Every sum of all is one of the first half's and one of the second's (Horowitz and Sahni 1974). */
function exact(differences: readonly number[], extreme: number): number {
  const half = differences.length >> 1;
  const first = signedSums(differences.slice(0, half)).sort();
  const second = signedSums(differences.slice(half)).sort();
  let hits = 0;
  let from = second.length;
  for (const one of first) {
    while (from > 0 && one + at(second, from - 1) >= extreme) from -= 1;
    hits += second.length - from;
  }
  // As many sums lie as far below 0.
  return (2 * hits) / 2 ** differences.length;
}

function signedSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** values.length);
  let filled = 1;
  for (const value of values) {
    for (let place = 0; place < filled; place++) {
      const there = at(sums, place);
      sums[place] = there + value;
      sums[filled + place] = there - value;
    }
    filled *= 2;
  }
  return sums;
}

/** The smallest two-sided p that so many items can give, whatever they say: 2 / 2^n. */
export function smallestP(items: number): number {
  return Math.min(1, 2 / 2 ** items);
}

/** The fewest items that could reach p < alpha: 6 for .05. */
export function itemsToReach(alpha: number): number {
  let items = 1;
  while (smallestP(items) >= alpha) items += 1;
  return items;
}
