import { labelPermutation } from './permutation.ts';
import type { Random } from './random.ts';
import { ranks } from './rank.ts';

export interface RankDifference {
  /** Pairs of one of each in which the first is higher; a tie is half a pair. */
  readonly u: number;
  /** The chance that one of the first is higher than one of the second (Vargha and Delaney 2000). */
  readonly a12: number;
  /** 2 · A12 − 1, from −1 to 1 (Cliff 1993). */
  readonly delta: number;
  /** Two-sided; exact where there are few ways to deal the labels, else Monte Carlo. */
  readonly p: number;
}

/**
 * Tests whether values of one of two independent samples tend to be higher (Mann and Whitney 1947). The p is
 * that of the ranks at hand, so that it holds with ties. One value an item. Neither may be empty.
 */
export function mannWhitney(
  a: readonly number[],
  b: readonly number[],
  random: Random,
): RankDifference {
  const ranked = ranks([...a, ...b]);
  const [first, second] = [ranked.slice(0, a.length), ranked.slice(a.length)];
  const u = first.reduce((sum, rank) => sum + rank, 0) - (a.length * (a.length + 1)) / 2;
  const a12 = u / (a.length * b.length);
  return { u, a12, delta: 2 * a12 - 1, p: labelPermutation(first, second, random) };
}
