import type { Random } from '../random.ts';
import { mean } from './mean.ts';
import { drawnP } from './monte-carlo.ts';

/** Shares of the same outcomes in the same order, which sum to 1. */
export type Distribution = readonly number[];

const SLACK = 1e-12;

/** How far two distributions lie apart, in bits: 0 where they are one, 1 where nothing is shared (Lin 1991). */
export function jensenShannon(a: Distribution, b: Distribution): number {
  const middle = a.map((share, at) => (share + (b[at] ?? 0)) / 2);
  return Math.max(0, entropy(middle) - (entropy(a) + entropy(b)) / 2);
}

/** The mean of several distributions, each with the same weight. */
export function meanDistribution(list: readonly Distribution[]): number[] {
  return (list[0] ?? []).map((_, at) => mean(list.map((one) => one[at] ?? 0)));
}

/**
 * The p of the divergence of two mean distributions, if each item's two labels could as well be swapped.
 * Monte Carlo, so that a seed gives it again.
 * @param a one distribution an item. @param b of the same items, in the same order.
 */
export function swappedDivergence(
  a: readonly Distribution[],
  b: readonly Distribution[],
  random: Random,
): number {
  return chanceOf(a, b, () => {
    const swaps = a.map(() => random.below(2) === 1);
    const other = (one: Distribution, at: number, from: readonly Distribution[]) =>
      swaps[at] ? (from[at] ?? one) : one;
    return [a.map((one, at) => other(one, at, b)), b.map((one, at) => other(one, at, a))];
  });
}

/** The same for two independent sets of items, whose labels are dealt anew. */
export function dealtDivergence(
  a: readonly Distribution[],
  b: readonly Distribution[],
  random: Random,
): number {
  return chanceOf(a, b, () => {
    const dealt = random.shuffle([...a, ...b]);
    return [dealt.slice(0, a.length), dealt.slice(a.length)];
  });
}

type Pair = readonly [readonly Distribution[], readonly Distribution[]];

function chanceOf(
  a: readonly Distribution[],
  b: readonly Distribution[],
  relabelled: () => Pair,
): number {
  const apart = ([x, y]: Pair) => jensenShannon(meanDistribution(x), meanDistribution(y));
  const seen = apart([a, b]) - SLACK;
  return drawnP(() => apart(relabelled()) >= seen);
}

function entropy(shares: Distribution): number {
  return shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
}
