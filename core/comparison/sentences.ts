import type { Contrast, MeasureResult, Row, RowKey } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { bare, distance, interval, percent, rounded, value } from '../measures/format.ts';
import { conditionName, keyName, subjectName, unitName } from '../measures/names.ts';
import { keyText } from '../measures/rows.ts';
import { predictorOf } from '../probes/predictor.ts';
import { REJECT_AT } from '../statistics/e-value.ts';

/** Who, which way, how much, how sure, on how many, and what was predicted. */
export function differenceText(plan: Plan, measure: MeasureResult, one: Contrast): string {
  return `${bodyOf(plan, measure, one)}${yardstickText(measure, one)}${predictionText(plan, one)}.${evidenceText(one)}`;
}

function bodyOf(plan: Plan, measure: MeasureResult, one: Contrast): string {
  switch (measure.kind) {
    case 'trend':
    case 'correlation':
      return rhoText(plan, measure, one);
    case 'distribution':
      return divergenceText(plan, measure, one);
    case 'share':
    case 'mean':
    case 'spread':
    case 'preference':
      return one.b ? pairText(plan, measure, one, one.b) : chanceText(plan, measure, one);
  }
}

function pairText(plan: Plan, measure: MeasureResult, one: Contrast, other: RowKey): string {
  const difference = one.difference ?? 0;
  const [a, b] = [one.a, other].map((key) => rowAt(measure, key)?.estimate);
  const more = digitsThatAddUp(measure, a, b, difference);
  const say = (estimate: number | undefined) =>
    estimate === undefined ? 'no estimate' : value(estimate, measure, more);
  const apart = a !== undefined && b !== undefined && Math.abs(a - b - difference) > 1e-9;
  return [
    `${headOf(plan, one)}, ${measureName(measure, one)}: `,
    `${say(a)} against ${say(b)} ${againstOf(plan, one, other)}, `,
    `${distance(difference, measure, more)} ${difference > 0 ? 'higher' : 'lower'} `,
    `${apart ? 'on what both answered ' : ''}`,
    bracket(plan, measure, one),
  ].join('');
}

function chanceText(plan: Plan, measure: MeasureResult, one: Contrast): string {
  const difference = one.difference ?? 0;
  const chance = measure.chance ?? 0;
  const estimate = rowAt(measure, one.a)?.estimate ?? chance + difference;
  const more = digitsThatAddUp(measure, estimate, chance, difference);
  return [
    `${headOf(plan, one)}, ${measureName(measure, one)}: ${value(estimate, measure, more)} `,
    `where chance gives ${value(chance, measure, more)}, `,
    `${distance(difference, measure, more)} ${difference > 0 ? 'higher' : 'lower'} `,
    bracket(plan, measure, one),
  ].join('');
}

function rhoText(plan: Plan, measure: MeasureResult, one: Contrast): string {
  const over = one.a.group === undefined ? '' : ` on the ladder “${one.a.group}”`;
  const rho = value(one.difference ?? 0, measure);
  return `${subjectName(plan, one.a.subjectId)}, ${measure.label}${over}: Spearman’s rho ${rho} ${bracket(plan, measure, one)}`;
}

function divergenceText(plan: Plan, measure: MeasureResult, one: Contrast): string {
  const other = one.b ?? one.a;
  const [a, b] = [rowAt(measure, one.a), rowAt(measure, other)];
  const moved = (measure.categories ?? [])
    .map(({ label }, at) => {
      const [here = 0, there = 0] = [a, b].map((row) => row?.shares?.[at]?.estimate);
      return { label, here, there };
    })
    .toSorted((x, y) => Math.abs(y.here - y.there) - Math.abs(x.here - x.there))[0];
  const most = moved
    ? `, most in “${moved.label}”: ${percent(moved.here)} against ${percent(moved.there)}`
    : '';
  return [
    `${headOf(plan, one)}, ${measureName(measure, one)}: `,
    `${value(one.difference ?? 0, measure)} away from that ${againstOf(plan, one, other)} `,
    `${bracket(plan, measure, one)}${most}`,
  ].join('');
}

function bracket(plan: Plan, measure: MeasureResult, one: Contrast): string {
  const ends =
    measure.kind === 'share' || measure.kind === 'mean' || measure.kind === 'preference'
      ? one.interval && ordered(one.interval, one.difference ?? 0)
      : one.interval;
  const range = ends === undefined ? '' : `95 % interval ${interval(ends, measure)}, `;
  return `(${range}${basis(plan, one.pairs, one.unit)})`;
}

/** What the interval counts: items with their samples, or the repeats of scripts that stay the same. */
export function basis(plan: Plan, units: number, unit: Row['unit']): string {
  const name = unitName(unit, units);
  if (unit === 'item') return `${units} ${name} × ${plan.samples}`;
  return unit === 'sample' ? `over ${units} ${name} of fixed scripts` : `${units} ${name}`;
}

export function rowText(plan: Plan, measure: MeasureResult, row: Row): string {
  const name = keyName(plan, row, plan.subjects.length > 1);
  const said = row.shares ? sharesText(measure, row) : estimateText(measure, row);
  return `${name === '' ? '' : `${name} `}${said}`;
}

function estimateText(measure: MeasureResult, row: Row): string {
  if (row.estimate === undefined) return 'no estimate';
  const range = row.interval ? ` (95 % interval ${interval(row.interval, measure)})` : '';
  return `${value(row.estimate, measure)}${range}`;
}

/** The two largest shares. */
function sharesText({ categories = [] }: MeasureResult, { shares = [] }: Row): string {
  return categories
    .map(({ label }, at) => ({ label, share: shares[at]?.estimate ?? 0 }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ label, share }) => `“${label}” ${percent(share)}`)
    .join(', ');
}

/**
 * Both estimates and their difference are read together: 4.6 % against 42.4 % is 37.8 points. One digit more
 * than usual at most, even where the last then does not add up: a few dozen answers know no hundredths.
 */
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
  return [0, 1].find(addsUp) ?? 1;
}

function headOf(plan: Plan, one: Contrast): string {
  const subject = subjectName(plan, one.a.subjectId);
  const { condition } = one.a;
  if (condition === undefined || plan.probe.conditions.length === 1) return subject;
  return `${subject} under “${conditionName(plan, condition)}”`;
}

function againstOf(plan: Plan, one: Contrast, other: RowKey): string {
  return one.varies === 'condition' && other.condition !== undefined
    ? `under “${conditionName(plan, other.condition)}”`
    : `for ${subjectName(plan, other.subjectId)}`;
}

function measureName(measure: MeasureResult, one: Contrast): string {
  return one.a.group === undefined ? measure.label : `${measure.label} (${one.a.group})`;
}

function rowAt(measure: MeasureResult, key: RowKey): Row | undefined {
  return measure.rows.find((one) => keyText(one) === keyText(key));
}

function predictionText({ probe }: Plan, one: Contrast): string {
  switch (one.prediction) {
    case 'as predicted':
      return `, as ${predictorOf(probe)} predicts`;
    case 'against':
      return `, against what ${predictorOf(probe)} predicts`;
    case 'open':
    case undefined:
      return '';
  }
}

/** A difference says little of a persona where other words for the same thing move it as far. */
function yardstickText(
  measure: MeasureResult,
  { yardstick, difference = 0, interval: ends }: Contrast,
): string {
  if (yardstick === undefined) return '';
  const stick = distance(yardstick, measure);
  if (Math.abs(difference) <= yardstick) {
    return `, no more than mere rewordings move it (${stick})`;
  }
  // Only where the whole interval lies beyond it is it plainly more.
  const nearest = ends && ends[0] * ends[1] > 0 ? Math.min(...ends.map(Math.abs)) : 0;
  return nearest > yardstick
    ? `, more than mere rewordings move it (${stick})`
    : `, where mere rewordings move it by ${stick}`;
}

function evidenceText({ evidence }: Contrast): string {
  if (!evidence) return '';
  const enough = evidence.total >= REJECT_AT ? 'which is enough' : 'which is not enough';
  return ` On these very items the e-value over all repeats is ${bare(evidence.total, 1)}, ${enough} however often one looked (${REJECT_AT} is the mark).`;
}

/** Both ends as distances in the direction of the difference, the smaller first. */
function ordered(ends: readonly [number, number], difference: number): readonly [number, number] {
  return difference >= 0 ? ends : [-ends[1], -ends[0]];
}
