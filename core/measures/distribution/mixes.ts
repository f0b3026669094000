import { type Distribution, meanDistribution } from '../../statistics/jensen-shannon.ts';
import { sum } from '../../statistics/lists.ts';
import type { JudgedTrial } from '../judged-trial.ts';
import { aboutOf, type Point } from '../points.ts';
import { unitOf } from '../rows.ts';
import type { DistributionMeasure } from './fields.ts';

/** A trial's shares of the categories: all of one, or the judge's own distribution. */
export interface Mix extends Pick<Point, 'key' | 'item' | 'sample' | 'outcome'> {
  readonly value?: number | undefined;
  readonly mix?: Distribution | undefined;
}

/** By unit, the shares of each of its trials that have some. */
export type UnitMixes = ReadonlyMap<string, readonly Distribution[]>;

export function mixesOf(judged: JudgedTrial, measure: DistributionMeasure): readonly Mix[] {
  const about = aboutOf(judged, measure);
  return judged.replies(measure.score).map((reply): Mix => {
    const verdict = judged.verdict(measure.score, reply);
    if (!verdict) return { ...about, outcome: reply.outcome };
    const mix = mixOf(measure, verdict.value, verdict.distribution);
    return mix
      ? { ...about, outcome: reply.outcome, value: 1, mix }
      : { ...about, outcome: 'unparseable' };
  });
}

/** Undefined where the value is none of the categories. */
function mixOf(
  { categories }: DistributionMeasure,
  value: number | string | undefined,
  given: Readonly<Record<string, number>> | undefined,
): Distribution | undefined {
  const shares = categories.map((one) => {
    const name = String(one.value);
    if (!given) return name === String(value) ? 1 : 0;
    // A judge that gives no share to a category thinks that nothing of it is there.
    const { [name]: share = 0 } = given;
    return share;
  });
  const total = sum(shares);
  return total > 0 ? shares.map((one) => one / total) : undefined;
}

export function byUnit(mixes: readonly Mix[], { unit }: DistributionMeasure): UnitMixes {
  const there = mixes.flatMap((one) =>
    one.mix ? [{ name: unitOf(one, unit), mix: one.mix }] : [],
  );
  const units = Map.groupBy(there, ({ name }) => name);
  return new Map([...units].map(([name, own]) => [name, own.map(({ mix }) => mix)]));
}

/** By unit, the mean of its trials' shares. */
export function unitMeans(units: UnitMixes): ReadonlyMap<string, Distribution> {
  return new Map([...units].map(([name, mixes]) => [name, meanDistribution(mixes)]));
}
