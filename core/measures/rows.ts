import type { Row, RowKey } from '../domain/comparison.ts';
import type { Interval } from '../domain/interval.ts';
import type { Figured, MeasureOf } from '../domain/measure.ts';
import { OUTCOMES, type Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { mean, meanIfAny, meanInterval } from '../statistics/mean.ts';
import { share, type Tally } from '../statistics/share.ts';
import type { Point } from './points.ts';

/** The values of one row by what statistics count: an item with its samples, or a lone sample. */
export type Units = ReadonlyMap<string, readonly number[]>;

export function unitsOf(points: readonly Point[], { unit }: Pick<Figured, 'unit'>): Units {
  const units = new Map<string, number[]>();
  for (const point of points) {
    if (point.value === undefined) continue;
    const name = unitOf(point, unit);
    units.set(name, [...(units.get(name) ?? []), point.value]);
  }
  return units;
}

/**
 * The units that two rows are paired by. Samples of one script are not pairs: the second of one condition
 * has nothing to do with that of another.
 */
export function sharedUnits(
  { unit }: Pick<Figured, 'unit'>,
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
): readonly string[] {
  return unit === 'item' ? [...a.keys()].filter((name) => b.has(name)) : [];
}

/** What a trial counts as part of. */
export function unitOf(
  { item, sample }: Pick<Point, 'item' | 'sample'>,
  unit: Figured['unit'],
): string {
  return unit === 'item' ? item : `${item}/${sample}`;
}

export function keyText({ subjectId, condition = '', group = '', step = '' }: RowKey): string {
  return [subjectId, condition, group, step].join('\u0000');
}

/** Points by row, in the order in which the rows first occur. */
export function byRow<T extends { readonly key: RowKey }>(
  points: readonly T[],
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const grouped = new Map<string, [T, ...T[]]>();
  for (const point of points) {
    const text = keyText(point.key);
    const there = grouped.get(text);
    if (there) there.push(point);
    else grouped.set(text, [point]);
  }
  return grouped;
}

/** A share has a Wilson interval over its units, a mean a t interval on the units' own means. */
export function rowOf(points: readonly [Point, ...Point[]], measure: Figured): Row {
  const units = unitsOf(points, measure);
  const { estimate, interval } = estimateOf(units, measure);
  const masses = points.flatMap(({ mass }) => mass ?? []);
  return {
    ...points[0].key,
    estimate,
    interval,
    method: measure.kind === 'share' ? 'wilson' : 't',
    mass: meanIfAny(masses),
    units: units.size,
    unit: measure.unit,
    ...ended(points),
  };
}

export function estimateOf(
  units: Units,
  measure: Figured,
): { readonly estimate?: number | undefined; readonly interval?: Interval | undefined } {
  const values = [...units.values()];
  if (values.length === 0) return {};
  if (measure.kind === 'mean') return meanOf(values.map(mean), measure);
  return share(values.map(tallyOf)) ?? {};
}

/** A t interval that stays on the measure's scale; none where the values do not vary at all. */
function meanOf(
  values: readonly number[],
  measure: MeasureOf<'mean'>,
): ReturnType<typeof estimateOf> {
  const { estimate, interval } = meanInterval(values);
  if (!interval || !hasWidth(interval)) return { estimate };
  return { estimate, interval: clipped(interval, scaleOf(measure)) };
}

/** Whether an interval has a width, but for the rounding of sums. */
export function hasWidth([low, high]: Interval): boolean {
  return high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** The interval within a scale. */
export function clipped([low, high]: Interval, [least, most]: Interval): Interval {
  return [Math.max(least, low), Math.min(most, high)];
}

/** The range that a measure can take. */
export function scaleOf(measure: Figured): Interval {
  if (measure.kind === 'share') return [0, 1];
  const [low, high] = measure.rescale ? [0, 1] : measure.scale;
  const moves =
    measure.over === 'slope' || measure.over === 'change' || measure.minus !== undefined;
  return moves ? [low - high, high - low] : [low, high];
}

export function tallyOf(unit: readonly number[]): Tally {
  return { yes: unit.filter((value) => value === 1).length, of: unit.length };
}

/** How the trials of a row ended, and how many of them have a value. */
export function ended(
  points: readonly Pick<Point, 'outcome' | 'value'>[],
): Pick<Row, 'outcomes' | 'trials' | 'scored'> {
  const of = (outcome: Outcome) => points.filter((point) => point.outcome === outcome).length;
  return {
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<
      Outcome,
      number
    >,
    trials: points.length,
    scored: points.filter(({ value }) => value !== undefined).length,
  };
}

/** Trials finish in any order; rows stand as the plan and the probe name them. */
export function inPlanOrder(plan: Plan): (a: RowKey, b: RowKey) => number {
  const place = (names: readonly (string | undefined)[]) =>
    new Map(names.map((name, index) => [name, index]));
  const subjects = place(plan.subjects.map(({ subjectId }) => subjectId));
  const conditions = place(plan.probe.conditions.map(({ id }) => id));
  const groups = place([...new Set(plan.probe.items.map((item) => item.group))]);
  const at = (row: RowKey) => [
    groups.get(row.group) ?? 0,
    subjects.get(row.subjectId) ?? 0,
    conditions.get(row.condition ?? '') ?? 0,
  ];
  return (a, b) => {
    const [left, right] = [at(a), at(b)];
    const differs = left.findIndex((value, index) => value !== right[index]);
    return differs < 0 ? 0 : (left[differs] ?? 0) - (right[differs] ?? 0);
  };
}
