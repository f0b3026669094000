import type { Random } from '../random.ts';
import { drawnP } from './monte-carlo.ts';

/** Up to here all 2^n signs are counted. */
const EXACT_UP_TO = 16;

/**
 * The two-sided p of a mean difference over items, if each item's sign were a toss of a coin
 * (Fisher's randomisation test). Exact to 16 items; after that Monte Carlo.
 */
export function signFlip(differences: readonly number[], random: Random): number {
  const observed = Math.abs(sum(differences));
  const slack = 1e-12 * sum(differences.map(Math.abs));
  const extreme = (total: number) => Math.abs(total) >= observed - slack;
  return differences.length <= EXACT_UP_TO
    ? exact(differences, extreme)
    : drawnP(() => extreme(differences.reduce((t, d) => t + (random.below(2) ? -d : d), 0)));
}

function exact(differences: readonly number[], extreme: (total: number) => boolean): number {
  const all = 2 ** differences.length;
  let hits = 0;
  for (let signs = 0; signs < all; signs++) {
    const total = differences.reduce((t, d, at) => t + (signs & (1 << at) ? -d : d), 0);
    if (extreme(total)) hits += 1;
  }
  return hits / all;
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
