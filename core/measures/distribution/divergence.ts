import type { Interval } from '../../domain/interval.ts';
import { jackknife } from '../../statistics/jackknife.ts';
import {
  type Distribution,
  type DivergenceTest,
  dealtDivergence,
  jensenShannon,
  meanDistribution,
  swappedDivergence,
} from '../../statistics/jensen-shannon.ts';
import { known, zip } from '../../statistics/lists.ts';
import { random } from '../../statistics/random.ts';
import { clipped, sharedUnits } from '../rows.ts';
import type { DistributionMeasure } from './fields.ts';

/** The shares that two rows are compared by: of the units that both have, or else of each one's own. */
export interface Sides {
  readonly left: readonly Distribution[];
  readonly right: readonly Distribution[];
  readonly paired: boolean;
}

type Means = ReadonlyMap<string, Distribution>;

export function sidesOf(a: Means, b: Means, measure: DistributionMeasure): Sides {
  const shared = sharedUnits(measure, a, b);
  if (shared.length === 0) return { left: [...a.values()], right: [...b.values()], paired: false };
  const of = (means: Means) => shared.map((name) => known(means, name));
  return { left: of(a), right: of(b), paired: true };
}

const SCALE: Interval = [0, 1];

/**
 * The divergence by the jackknife, since that of few items is too large: two samples of one distribution
 * lie apart. Undefined below two units a side.
 */
export function divergenceOf({ left, right, paired }: Sides) {
  const found = paired
    ? jackknife([zip(left, right)], ([pairs = []]) =>
        jensenShannon(
          meanDistribution(pairs.map(([one]) => one)),
          meanDistribution(pairs.map(([, other]) => other)),
        ),
      )
    : jackknife([left, right], ([one = [], other = []]) =>
        jensenShannon(meanDistribution(one), meanDistribution(other)),
      );
  if (!found) return undefined;
  const [estimate] = clipped([found.estimate, found.estimate], SCALE);
  const interval = clipped(found.interval, SCALE);
  return { estimate, interval: interval[1] > interval[0] ? interval : undefined };
}

export function testOf({ left, right, paired }: Sides, seed: number): DivergenceTest {
  const relabelled = paired ? swappedDivergence : dealtDivergence;
  return relabelled(left, right, random(seed));
}
