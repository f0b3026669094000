import { LEVEL } from './interval.ts';
import { at, zip } from './lists.ts';
import { mean, variance } from './mean.ts';
import { POWER } from './minimum-detectable-effect.ts';
import { draws, pAmong } from './monte-carlo.ts';
import { normalQuantile } from './quantile.ts';
import type { Random } from './random.ts';

/** Shares of the same outcomes in the same order, which sum to 1. */
export type Distribution = readonly number[];

const SLACK = 1e-12;

/** The distance of two distributions, in bits: 0 where they are one, 1 where nothing is shared (Lin 1991). */
export function jensenShannon(a: Distribution, b: Distribution): number {
  const middle = zip(a, b).map(([one, other]) => (one + other) / 2);
  return Math.max(0, entropy(middle) - (entropy(a) + entropy(b)) / 2);
}

/** The mean of several distributions, each with the same weight. */
export function meanDistribution(list: readonly Distribution[]): number[] {
  const [first = []] = list;
  return first.map((_, place) => mean(list.map((one) => at(one, place))));
}

export interface DivergenceTest {
  /** Exact, or Monte Carlo, so that a seed gives it again. */
  readonly p: number;
  /**
   * About the least true divergence that would be seen four times in five: where the labels mean nothing,
   * the 95th percentile of the divergence and .84 of its standard deviations.
   */
  readonly minimumDetectableEffect: number;
}

/** Up to so many items all swaps are counted. */
const EXACT_UP_TO = 14;

/**
 * The test of two mean distributions lying further apart than they would if each item's two labels could
 * as well be swapped. Exact to 14 items.
 * @param a one distribution an item. @param b of the same items, in the same order.
 */
export function swappedDivergence(
  a: readonly Distribution[],
  b: readonly Distribution[],
  random: Random,
): DivergenceTest {
  const [meanA, meanB] = [meanDistribution(a), meanDistribution(b)];
  const cells = zip(meanA, meanB).map(([one, other]) => ({
    middle: (one + other) / 2,
    gap: (one - other) / 2,
  }));
  const inCommon = entropy(cells.map(({ middle }) => middle));
  // A swap turns the sign of an item's difference and leaves the middle where it is.
  const items = zip(a, b).map((pair) => ({
    sign: -1,
    parts: zip(cells, zip(...pair)).map(([cell, [one, other]]) => ({
      cell,
      gap: (one - other) / a.length,
    })),
  }));
  const swap = (item: (typeof items)[number]) => {
    for (const { cell, gap } of item.parts) cell.gap += item.sign * gap;
    item.sign = -item.sign;
  };
  const divergence = () => {
    let total = 0;
    for (const { middle, gap } of cells) total += bits(middle + gap) + bits(middle - gap);
    return Math.max(0, inCommon - total / 2);
  };
  const seen = jensenShannon(meanA, meanB) - SLACK;
  if (a.length <= EXACT_UP_TO) {
    // To swap all of them changes nothing: the last item keeps its labels.
    const all = Array.from({ length: 2 ** Math.max(0, a.length - 1) }, (_, step) => {
      // From each to the next of Gray's code one label changes.
      if (step > 0) swap(at(items, 31 - Math.clz32(step & -step)));
      return divergence();
    });
    return { p: all.filter((one) => one >= seen).length / all.length, ...leastOf(all) };
  }
  const drawn = draws(() => {
    for (const item of items) if (random.below(2) === 1) swap(item);
    return divergence();
  });
  return { p: pAmong(drawn, seen), ...leastOf(drawn) };
}

/** The same for two independent sets of items, whose labels are dealt anew. */
export function dealtDivergence(
  a: readonly Distribution[],
  b: readonly Distribution[],
  random: Random,
): DivergenceTest {
  const all = [...a, ...b];
  const drawn = draws(() => {
    const dealt = random.shuffle(all);
    return jensenShannon(
      meanDistribution(dealt.slice(0, a.length)),
      meanDistribution(dealt.slice(a.length)),
    );
  });
  const seen = jensenShannon(meanDistribution(a), meanDistribution(b)) - SLACK;
  return { p: pAmong(drawn, seen), ...leastOf(drawn) };
}

function leastOf(drawn: readonly number[]): Pick<DivergenceTest, 'minimumDetectableEffect'> {
  const sorted = Float64Array.from(drawn).sort();
  const most = at(sorted, Math.ceil(LEVEL * drawn.length) - 1);
  const spread = drawn.length > 1 ? Math.sqrt(variance(drawn)) : 0;
  return { minimumDetectableEffect: Math.min(1, most + normalQuantile(POWER) * spread) };
}

/** Shannon's, in bits. */
export function entropy(shares: Distribution): number {
  return shares.reduce((sum, share) => sum + bits(share), 0);
}

/** A share that is the sum of many may lie below 0 by a rounding. */
function bits(share: number): number {
  return share > 0 ? -share * Math.log2(share) : 0;
}
