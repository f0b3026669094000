import type { Plan } from '../run/types.ts';
import { distance, interval, rounded, value } from './format.ts';
import { conditionName, subjectName } from './names.ts';
import { keyText } from './rows.ts';
import type { Contrast, MeasureResult, Row, RowKey } from './types.ts';

/** Who, which way, how much, how sure, on how many, and what was predicted. */
export function differenceText(plan: Plan, measure: MeasureResult, one: Contrast): string {
  const difference = one.difference ?? 0;
  const [a, b] = [one.a, one.b].map((key) => estimateAt(measure, key));
  const more = digitsThatAddUp(measure, a, b, difference);
  const say = (estimate: number | undefined) =>
    estimate === undefined ? 'no estimate' : value(estimate, measure, more);
  const range = one.interval && interval(ordered(one.interval, difference), measure);
  const apart = a !== undefined && b !== undefined && Math.abs(a - b - difference) > 1e-9;
  return [
    `${headOf(plan, one)}, ${measureName(measure, one)}: `,
    `${say(a)} against ${say(b)} ${againstOf(plan, one)}, `,
    `${distance(difference, measure, more)} ${difference > 0 ? 'higher' : 'lower'} `,
    `${apart ? 'on what both answered ' : ''}`,
    `(${range === undefined ? '' : `95 % interval ${range}, `}${basis(plan, one.pairs, one.unit)})`,
    predictionText(one),
    '.',
  ].join('');
}

/** What the interval counts: items with their samples, or the repeats of scripts that stay the same. */
export function basis(plan: Plan, units: number, unit: Row['unit']): string {
  if (unit === 'item') return `${units} ${units === 1 ? 'item' : 'items'} × ${plan.samples}`;
  return `over ${units} ${units === 1 ? 'repeat' : 'repeats'} of fixed scripts`;
}

export function rowText(plan: Plan, measure: MeasureResult, row: Row): string {
  const range = row.interval ? ` (95 % interval ${interval(row.interval, measure)})` : '';
  const conditions = plan.probe.conditions.length > 1;
  const name = [
    ...(plan.subjects.length > 1 ? [subjectName(plan, row.subject)] : []),
    ...(conditions ? [conditionName(plan, row.condition)] : []),
    ...(row.group === undefined ? [] : [row.group]),
  ].join(' · ');
  const estimate = row.estimate === undefined ? 'no estimate' : value(row.estimate, measure);
  return `${name === '' ? '' : `${name} `}${estimate}${range}`;
}

/** Both estimates and their difference are read together: 4.6 % against 42.4 % is 37.8 points. */
function digitsThatAddUp(
  measure: MeasureResult,
  a: number | undefined,
  b: number | undefined,
  difference: number,
): number {
  if (a === undefined || b === undefined) return 0;
  const addsUp = (more: number) => {
    const gap = rounded(a, measure, more) - rounded(b, measure, more);
    return Math.abs(gap - rounded(difference, measure, more)) < 1e-6;
  };
  return [0, 1, 2].find(addsUp) ?? 0;
}

function headOf(plan: Plan, one: Contrast): string {
  const subject = subjectName(plan, one.a.subject);
  const under = `under “${conditionName(plan, one.a.condition)}”`;
  return plan.probe.conditions.length > 1 ? `${subject} ${under}` : subject;
}

function againstOf(plan: Plan, one: Contrast): string {
  return one.varies === 'condition'
    ? `under “${conditionName(plan, one.b.condition)}”`
    : `for ${subjectName(plan, one.b.subject)}`;
}

function measureName(measure: MeasureResult, one: Contrast): string {
  return one.a.group === undefined ? measure.label : `${measure.label} (${one.a.group})`;
}

function estimateAt(measure: MeasureResult, key: RowKey): number | undefined {
  return measure.rows.find((one) => keyText(one) === keyText(key))?.estimate;
}

function predictionText(one: Contrast): string {
  switch (one.prediction) {
    case 'as predicted':
      return ', as PSM predicts';
    case 'against':
      return ', against what PSM predicts';
    case 'open':
    case undefined:
      return '';
  }
}

/** Both ends as distances in the direction of the difference, the smaller first. */
function ordered(ends: readonly [number, number], difference: number): readonly [number, number] {
  return difference >= 0 ? ends : [-ends[1], -ends[0]];
}
