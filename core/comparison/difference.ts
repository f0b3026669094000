import type { Measure } from '../probes/schema.ts';
import { random } from '../random.ts';
import { detectableFrom } from '../statistics/detectable.ts';
import { pairedDifference, unpairedDifference } from '../statistics/difference.ts';
import type { Interval } from '../statistics/interval.ts';
import { mean } from '../statistics/mean.ts';
import { newcombe } from '../statistics/newcombe.ts';
import { labelPermutation } from '../statistics/permutation.ts';
import { signFlip } from '../statistics/sign-flip.ts';
import { estimateOf, type Units } from './rows.ts';
import type { Contrast } from './types.ts';

/**
 * How two rows differ. Paired by item where they share items: a t interval and a sign-flip p on the
 * differences of item means. Otherwise Welch's interval and a label permutation.
 * @param seed for the tests that draw.
 */
export function differenceOf(
  a: Units,
  b: Units,
  shared: readonly string[],
  measure: Measure,
  seed: number,
): Pick<Contrast, 'difference' | 'interval' | 'p' | 'detectable'> {
  const means = (units: Units, keys: Iterable<string>) =>
    [...keys].map((key) => mean(units.get(key) ?? []));
  const paired = shared.length > 0;
  const [left, right] = paired
    ? [means(a, shared), means(b, shared)]
    : [means(a, a.keys()), means(b, b.keys())];
  if (left.length === 0 || right.length === 0) return {};
  const result = (paired ? pairedDifference : unpairedDifference)(left, right);
  const interval = result.standardError > 0 ? result.interval : withoutVariation(a, b, measure);
  const p = paired
    ? signFlip(
        left.map((value, at) => value - (right[at] ?? 0)),
        random(seed),
      )
    : labelPermutation(left, right, random(seed));
  return {
    difference: result.estimate,
    interval,
    p,
    detectable: interval && detectableFrom(interval),
  };
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
