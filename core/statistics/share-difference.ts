import { type Interval, LEVEL } from './interval.ts';
import { newcombe } from './newcombe.ts';
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
 * intervals, narrowed by the correlation of the items' shares where that is positive (Newcombe 1998c,
 * method 10). Unlike a t interval on item differences it has a width where no variation was seen, and
 * it stays within −1 and 1. In simulation it covers in 93 to 100 % of runs. Items that only one of the
 * two answered are left out; undefined without any.
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
  const together = correlation(one.map(rate), other.map(rate)) ?? 0;
  return {
    estimate: shareA.estimate - shareB.estimate,
    interval: newcombe(shareA, shareB, Math.max(0, together)),
    items: both.length,
  };
}

function rate({ yes, of }: Tally): number {
  return yes / of;
}
