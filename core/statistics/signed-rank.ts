import { at, sum, zip } from './lists.ts';
import { ranks } from './rank.ts';

export interface SignedRank {
  /** The smaller of the two sums of ranks. */
  readonly w: number;
  /** Exact and two-sided. */
  readonly p: number;
  /** Items that differ; those that do not are left out. */
  readonly items: number;
}

/**
 * Wilcoxon's signed-rank test of differences, one an item (Wilcoxon 1945). Exact also with ties: the
 * distribution is that of the shared ranks at hand. Meant for up to a few hundred items.
 */
export function signedRank(differences: readonly number[]): SignedRank {
  const moved = differences.filter((difference) => difference !== 0);
  const weights = ranks(moved.map(Math.abs));
  const sumOf = (sign: number) =>
    sum(zip(weights, moved).map(([rank, by]) => (Math.sign(by) === sign ? rank : 0)));
  const w = Math.min(sumOf(1), sumOf(-1));
  return { w, p: Math.min(1, 2 * chanceUpTo(w, weights)), items: moved.length };
}

/** The chance of a rank sum of at most `w` where each rank counts or not by a coin's toss. */
function chanceUpTo(w: number, weights: readonly number[]): number {
  // Ranks of ties are halves, so that all sums are counted in halves.
  const sums: number[] = Array(2 * w + 1).fill(0);
  sums[0] = 1;
  for (const rank of weights) {
    for (let total = 2 * w; total >= 0; total--) {
      const without = total - 2 * rank;
      sums[total] = (at(sums, total) + (without < 0 ? 0 : at(sums, without))) / 2;
    }
  }
  return sum(sums);
}
