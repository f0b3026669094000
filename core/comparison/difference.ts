import type { Measure } from '../probes/schema.ts';
import { detectableFrom } from '../statistics/detectable.ts';
import { pairedDifference, welchDifference } from '../statistics/difference.ts';
import type { Interval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { estimateOf, type Units } from './rows.ts';
import type { Contrast } from './types.ts';

/**
 * How two rows differ. Paired by item where they share items: a t interval and a sign-flip p on the
 * differences of item means. Otherwise Welch's interval and a permutation of the labels.
 */
export function differenceOf(
  a: Units,
  b: Units,
  shared: readonly string[],
  measure: Measure,
): Pick<Contrast, 'difference' | 'interval' | 'p' | 'detectable'> {
  const means = (units: Units, keys: Iterable<string>) =>
    [...keys].map((key) => mean(units.get(key) ?? []));
  const result =
    shared.length > 0
      ? pairedDifference(means(a, shared), means(b, shared))
      : welchDifference(means(a, a.keys()), means(b, b.keys()));
  if (!result) return {};
  const { difference, p, interval: drawn, detectable } = result;
  if (drawn[1] > drawn[0]) return { difference, p, interval: drawn, detectable };
  const interval = withoutVariation(a, b, measure);
  return { difference, p, interval, detectable: interval && detectableFrom(interval) };
}

/** Where every pair differs by the same, a t interval has no width: that of two shares still has. */
function withoutVariation(a: Units, b: Units, measure: Measure): Interval | undefined {
  const [one, other] = [estimateOf(a, measure), estimateOf(b, measure)];
  if (measure.kind !== 'share' || one.estimate === undefined || other.estimate === undefined) {
    return undefined;
  }
  if (!one.interval || !other.interval) return undefined;
  return newcombe(
    { estimate: one.estimate, interval: one.interval },
    { estimate: other.estimate, interval: other.interval },
  );
}
