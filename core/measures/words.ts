import type { Contrast, MeasureResult, Row, RowKey, Unit } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { distance, interval, rounded, value } from './format.ts';
import type { Statement, Words } from './measure-kind.ts';
import { conditionName, subjectName, unitName } from './names.ts';
import { keyText } from './rows.ts';

/** Of a kind whose rows have an estimate each. */
export const estimateWords: Words = {
  noun: 'difference',
  contrast: (statement) => {
    const { b } = statement.contrast;
    return b ? pairText(statement, b) : chanceText(statement);
  },
  size: distance,
  row: estimateText,
};

function pairText(statement: Statement, other: RowKey): string {
  const { plan, measure, contrast } = statement;
  const { difference } = contrast;
  const [a, b] = [contrast.a, other].map((key) => rowAt(measure, key)?.estimate);
  const more = digitsThatAddUp(measure, a, b, difference);
  const say = (estimate: number | undefined) =>
    estimate === undefined ? 'no estimate' : value(estimate, measure, more);
  const differs = a !== undefined && b !== undefined && Math.abs(a - b - difference) > 1e-9;
  return [
    `${headOf(statement)}: ${say(a)} against ${say(b)} ${againstOf(plan, contrast, other)}, `,
    directed(measure, difference, more),
    `${differs ? 'on what both answered ' : ''}`,
    directedBracket(statement),
  ].join('');
}

function chanceText(statement: Statement): string {
  const { measure, contrast } = statement;
  const { chance } = measure;
  if (chance === undefined) throw new Error(`${measure.id} is held against no chance`);
  const { difference } = contrast;
  const estimate = rowAt(measure, contrast.a)?.estimate ?? chance + difference;
  const more = digitsThatAddUp(measure, estimate, chance, difference);
  return [
    `${headOf(statement)}: ${value(estimate, measure, more)} `,
    `where chance gives ${value(chance, measure, more)}, `,
    directed(measure, difference, more),
    directedBracket(statement),
  ].join('');
}

function directed(measure: MeasureResult, difference: number, more: number): string {
  return `${distance(difference, measure, more)} ${difference > 0 ? 'higher' : 'lower'} `;
}

/** With both ends as distances in the direction of the difference, the smaller first. */
function directedBracket({ plan, measure, contrast }: Statement): string {
  const { difference, interval: ends } = contrast;
  const turned = ends && (difference >= 0 ? ends : ([-ends[1], -ends[0]] as const));
  return bracket(plan, measure, { ...contrast, interval: turned });
}

/** `(95 % interval 12 to 40, 8 items × 2)`. */
export function bracket(
  plan: Plan,
  measure: MeasureResult,
  { interval: ends, pairs, unit }: Pick<Statement['contrast'], 'interval' | 'pairs' | 'unit'>,
): string {
  const range = ends === undefined ? '' : `95 % interval ${interval(ends, measure)}, `;
  return `(${range}${basis(plan, pairs, unit)})`;
}

/** The units that an interval counts: items with their samples, or the repeats of scripts that stay the same. */
export function basis(plan: Plan, units: number, unit: Unit): string {
  const name = unitName(unit, units);
  if (unit === 'item') return `${units} ${name} × ${plan.samples}`;
  return unit === 'sample' ? `over ${units} ${name} of fixed scripts` : `${units} ${name}`;
}

export function estimateText(row: Row, measure: MeasureResult): string {
  if (row.estimate === undefined) return 'no estimate';
  const range = row.interval ? ` (95 % interval ${interval(row.interval, measure)})` : '';
  return `${value(row.estimate, measure)}${range}`;
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
  const gap = rounded(a, measure, 0) - rounded(b, measure, 0);
  return Math.abs(gap - rounded(difference, measure, 0)) < 1e-6 ? 0 : 1;
}

/** The subject with its condition, and the measure: `larch / pirate under “urged”, says yes`. */
export function headOf({ plan, measure, contrast: { a } }: Statement): string {
  const subject = subjectName(plan, a.subjectId);
  const under =
    a.condition === undefined || plan.probe.conditions.length === 1
      ? ''
      : ` under “${conditionName(plan, a.condition)}”`;
  const group = a.group === undefined ? '' : ` (${a.group})`;
  return `${subject}${under}, ${measure.label}${group}`;
}

export function againstOf(plan: Plan, { varies }: Contrast, other: RowKey): string {
  return varies === 'condition' && other.condition !== undefined
    ? `under “${conditionName(plan, other.condition)}”`
    : `for ${subjectName(plan, other.subjectId)}`;
}

export function rowAt(measure: MeasureResult, key: RowKey): Row | undefined {
  return measure.rows.find((one) => keyText(one) === keyText(key));
}
