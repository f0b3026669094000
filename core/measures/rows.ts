import type { Row, RowKey } from '../domain/comparison.ts';
import type { Interval } from '../domain/interval.ts';
import { OUTCOMES, type Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { unique } from '../domain/unique.ts';
import type { TrialMeasure } from './fields.ts';
import type { Point } from './points.ts';

/** The values of one row by what statistics count: an item with its samples, or a lone sample. */
export type Units = ReadonlyMap<string, readonly number[]>;

export function unitsOf(points: readonly Point[], { unit }: Pick<TrialMeasure, 'unit'>): Units {
  const valued = points.flatMap((point) => {
    const { value } = point;
    return value === undefined ? [] : [{ name: unitOf(point, unit), value }];
  });
  const units = Map.groupBy(valued, ({ name }) => name);
  return new Map([...units].map(([name, own]) => [name, own.map(({ value }) => value)]));
}

/**
 * The units that two rows are paired by. Samples of one script are not pairs: the second of one condition
 * has nothing to do with that of another.
 */
export function sharedUnits(
  { unit }: Pick<TrialMeasure, 'unit'>,
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
): readonly string[] {
  return unit === 'item' ? [...a.keys()].filter((name) => b.has(name)) : [];
}

/** The name of the unit that a trial is part of. */
export function unitOf(
  { item, sample }: Pick<Point, 'item' | 'sample'>,
  unit: TrialMeasure['unit'],
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

/** True of an interval that has a width, but for the rounding of sums. */
export function hasWidth([low, high]: Interval): boolean {
  return high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** The interval within a scale. */
export function clipped([low, high]: Interval, [least, most]: Interval): Interval {
  return [Math.max(least, low), Math.min(most, high)];
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
  // What is not named there, such as an option of a preference, stands where it was found.
  const placeIn = (names: readonly (string | undefined)[]) => (name: string | undefined) =>
    Math.max(0, names.indexOf(name));
  const group = placeIn(unique(plan.probe.items.map((item) => item.group)));
  const subject = placeIn(plan.subjects.map(({ subjectId }) => subjectId));
  const condition = placeIn(plan.probe.conditions.map(({ id }) => id));
  return (a, b) =>
    group(a.group) - group(b.group) ||
    subject(a.subjectId) - subject(b.subjectId) ||
    condition(a.condition) - condition(b.condition);
}
