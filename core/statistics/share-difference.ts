import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { newcombe } from './newcombe.ts';
import { criticalValue } from './quantile.ts';
import { correlation } from './rank.ts';
import { share, type Tally } from './share.ts';

export interface ShareDifference {
  /** The first share minus the second. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly items: number;
}

/**
 * The difference of two shares over the same items: Newcombe's interval from the two clustered Wilson
 * intervals and the correlation of the items' shares (Newcombe 1998c, method 10, without its correction
 * for continuity). A correlation that narrows it is as unsure as there are few items, so that the
 * interval then reaches t / z as far, with items − 1 degrees of freedom. Unlike a t interval on item
 * differences it has a width where no variation was seen, and it stays within −1 and 1.
 * docs/validity.md has its coverage. Items that only one of the two answered are left out; undefined
 * without any.
 * @param a by item. @param b by item, in the same order.
 */
export function shareDifference(
  a: readonly Tally[],
  b: readonly Tally[],
  level: number = LEVEL,
): ShareDifference | undefined {
  const both = a.flatMap((first, at) => {
    const second = b[at];
    return first.of > 0 && second && second.of > 0 ? [{ first, second }] : [];
  });
  const [one, other] = [both.map(({ first }) => first), both.map(({ second }) => second)];
  const [shareA, shareB] = [share(one, level), share(other, level)];
  if (!shareA || !shareB) return undefined;
  // Where the items of a side are all alike there is nothing that they could have in common.
  const together = correlation(one.map(rate), other.map(rate));
  const narrows = together !== undefined && together > 0;
  const wider = narrows ? criticalValue(level, both.length - 1) / criticalValue(level) : 1;
  const estimate = shareA.estimate - shareB.estimate;
  const [low, high] = newcombe(shareA, shareB, together);
  return {
    estimate,
    interval: [
      Math.max(-1, estimate - wider * (estimate - low)),
      Math.min(1, estimate + wider * (high - estimate)),
    ],
    items: both.length,
  };
}

/** The difference of two shares over items of their own: Newcombe 1998b, method 10. */
export function independentShares(
  a: readonly Tally[],
  b: readonly Tally[],
  level: number = LEVEL,
): Omit<ShareDifference, 'items'> | undefined {
  const [shareA, shareB] = [share(a, level), share(b, level)];
  if (!shareA || !shareB) return undefined;
  return { estimate: shareA.estimate - shareB.estimate, interval: newcombe(shareA, shareB) };
}

function rate({ yes, of }: Tally): number {
  return yes / of;
}
