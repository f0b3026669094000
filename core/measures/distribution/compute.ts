import type { EmptyRow, RowKey, SharesRow } from '../../domain/comparison.ts';
import { unique } from '../../domain/unique.ts';
import { at, sum } from '../../statistics/lists.ts';
import { seedFrom } from '../../statistics/random.ts';
import { share } from '../../statistics/share.ts';
import type { Computed, Data } from '../data.ts';
import { missingData } from '../missing-data.ts';
import { type Pair, pairsOf } from '../pairs.ts';
import { counts } from '../points.ts';
import { byRow, ended, inPlanOrder, keyText } from '../rows.ts';
import { floorOf, needsOf, type UncorrectedContrast } from '../uncorrected.ts';
import { divergenceOf, sidesOf, testOf } from './divergence.ts';
import { entropyNotes } from './entropy-notes.ts';
import type { DistributionMeasure } from './fields.ts';
import { byUnit, type Mix, mixesOf, type UnitMixes, unitMeans } from './mixes.ts';

/** A row with the shares that it was estimated from. */
interface Side {
  readonly row: SharesRow | EmptyRow;
  readonly units: UnitMixes;
}

/** The shares of the categories a row, and how far rows lie apart as wholes, in bits. */
export function compute({ plan, trials }: Data, measure: DistributionMeasure): Computed {
  const mixes = trials.filter(counts(measure)).flatMap((one) => mixesOf(one, measure));
  const sides = [...byRow(mixes).values()]
    .map((own) => sideOf(own, measure))
    .toSorted((a, b) => inPlanOrder(plan)(a.row, b.row));
  const byKey = new Map(sides.map((side) => [keyText(side.row), side]));
  const gapOf = ({ units: a }: Side, { units: b }: Side) =>
    divergenceOf(sidesOf(unitMeans(a), unitMeans(b), measure))?.estimate;
  const contrasts = pairsOf(plan, measure, unique(sides.map(({ row }) => row.group))).flatMap(
    (pair) => {
      const [a, b] = [byKey.get(keyText(pair.a)), pair.b && byKey.get(keyText(pair.b))];
      if (!a || !b || !pair.b) return [];
      const seed = seedFrom(plan.seed, measure.id, keyText(pair.a), keyText(pair.b));
      return [contrastOf({ plan, measure, seed }, pair, a, b)];
    },
  );
  return {
    format: 'bits',
    notes: entropyNotes(
      plan,
      sides.map(({ row }) => row),
      measure.categories.length,
    ),
    scale: [0, 1],
    categories: measure.categories.map(({ value, label }) => ({ value: String(value), label })),
    rows: sides.map(({ row }) => row),
    contrasts,
    gap: (one: RowKey, other: RowKey) => {
      const [a, b] = [byKey.get(keyText(one)), byKey.get(keyText(other))];
      return a && b && gapOf(a, b);
    },
  };
}

function sideOf(mixes: readonly [Mix, ...Mix[]], measure: DistributionMeasure): Side {
  const units = byUnit(mixes, measure);
  const about: EmptyRow = {
    ...mixes[0].key,
    method: 'wilson',
    units: units.size,
    unit: measure.unit,
    ...ended(mixes),
  };
  if (units.size === 0) return { row: about, units };
  const shares = measure.categories.map((_, category) => {
    // A judge's share of a category counts as that part of a trial.
    const tallies = [...units.values()].map((own) => ({
      yes: sum(own.map((mix) => at(mix, category))),
      of: own.length,
    }));
    const found = share(tallies);
    if (!found) throw new RangeError('a row with units has shares');
    return { estimate: found.estimate, interval: found.interval };
  });
  return { row: { ...about, shares }, units };
}

interface About {
  readonly plan: Data['plan'];
  readonly measure: DistributionMeasure;
  readonly seed: number;
}

function contrastOf(
  { plan, measure, seed }: About,
  pair: Pair,
  a: Side,
  b: Side,
): UncorrectedContrast {
  const { unit } = measure;
  const missing = missingData(plan, a.row) ?? missingData(plan, b.row);
  if (missing) {
    return { state: 'not comparable', rows: { ...pair, unit, pairs: 0 }, ...missing };
  }
  const sides = sidesOf(unitMeans(a.units), unitMeans(b.units), measure);
  const { left, right, paired } = sides;
  const rows = { ...pair, unit, pairs: Math.min(left.length, right.length) };
  const divergence = divergenceOf(sides);
  const needs = needsOf(paired);
  if (!divergence) return { state: 'too few', rows, needs };
  return {
    state: 'tested',
    rows,
    found: {
      difference: divergence.estimate,
      interval: divergence.interval,
      ...testOf(sides, seed),
      test: 'permutation',
    },
    floor: floorOf(left.length, right.length, paired),
    needs,
  };
}
