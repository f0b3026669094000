import type { Plan } from '../run/types.ts';
import { distance, interval, value } from './format.ts';
import { keyText } from './rows.ts';
import type { Contrast, MeasureResult, RowKey } from './types.ts';

/**
 * One sentence, or two, from the numbers alone. It keeps four cases apart: a difference; none, though
 * the run could have seen one; too few items to tell; and not comparable.
 */
export function findingOf(plan: Plan, measure: MeasureResult): string {
  const differences = measure.contrasts
    .filter((one) => one.verdict === 'difference')
    .toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0));
  const [strongest] = differences;
  if (strongest) return differenceText(plan, measure, strongest, differences.length);
  const none = measure.contrasts.filter((one) => one.verdict === 'none found');
  if (none.length > 0) return noneText(measure, none);
  const few = measure.contrasts.find((one) => one.verdict === 'too few');
  if (few) return fewText(few);
  const apart = measure.contrasts.find((one) => one.verdict === 'not comparable');
  if (apart) return `Not comparable: ${apart.reason}, so its figure is about the rest only.`;
  return estimateText(plan, measure);
}

function differenceText(
  plan: Plan,
  measure: MeasureResult,
  one: Contrast,
  differences: number,
): string {
  const [a, b] = [one.a, one.b].map((key) => estimateOf(measure, key));
  const difference = one.difference ?? 0;
  const range = one.interval && interval(ordered(one.interval, difference), measure);
  const basis = `${one.pairs} ${unitOf(measure)}${one.pairs === 1 ? '' : 's'} × ${plan.samples}`;
  const sentence = [
    `${headOf(plan, one)}, ${measureName(measure, one)}: `,
    `${a} against ${b} ${againstOf(plan, one)}, `,
    `${distance(difference, measure)} ${difference > 0 ? 'higher' : 'lower'} `,
    `(${range === undefined ? '' : `95 % interval ${range}, `}${basis})`,
    predictionText(one),
    '.',
  ].join('');
  const contrasts = measure.contrasts.length;
  const corrected = contrasts > 1 ? ' after correction' : '';
  const rest = contrasts > 1 ? ` Of ${contrasts} contrasts ${differences} differ${corrected}.` : '';
  return sentence + rest;
}

function noneText(measure: MeasureResult, none: readonly Contrast[]): string {
  const seen = none.flatMap((one) => (one.detectable === undefined ? [] : [one.detectable]));
  const smallest = seen.length > 0 ? distance(Math.max(...seen), measure) : undefined;
  const contrasts = measure.contrasts.length;
  const over = contrasts > 1 ? ` in any of ${contrasts} contrasts` : '';
  return `No difference found in ${measure.label}${over}; ${
    smallest === undefined
      ? 'every pair of items was alike, so what this run could have seen is not known'
      : `this run could have seen ${smallest}`
  }.`;
}

function fewText(one: Contrast): string {
  return `Too few items to tell: ${one.pairs === 1 ? 'one item' : `${one.pairs} items`} can’t be significant whatever they say. Eight would do.`;
}

/** A probe of one condition on one subject compares nothing: it says what it saw. */
function estimateText(plan: Plan, measure: MeasureResult): string {
  const row = measure.rows.find((one) => one.estimate !== undefined);
  if (!row || row.estimate === undefined) return 'No answer could be scored.';
  const range = row.interval ? ` (95 % interval ${interval(row.interval, measure)})` : '';
  return `${subjectName(plan, row.subject)}, ${measure.label}: ${value(row.estimate, measure)}${range}, ${row.units} items × ${plan.samples}.`;
}

function headOf(plan: Plan, one: Contrast): string {
  const subject = subjectName(plan, one.a.subject);
  return one.varies === 'condition'
    ? `${subject} under “${conditionName(plan, one.a.condition)}”`
    : subject;
}

function againstOf(plan: Plan, one: Contrast): string {
  return one.varies === 'condition'
    ? `under “${conditionName(plan, one.b.condition)}”`
    : `for ${subjectName(plan, one.b.subject)}`;
}

function measureName(measure: MeasureResult, one: Contrast): string {
  return one.a.group === undefined ? measure.label : `${measure.label} (${one.a.group})`;
}

function estimateOf(measure: MeasureResult, key: RowKey): string {
  const row = measure.rows.find((one) => keyText(one) === keyText(key));
  return row?.estimate === undefined ? 'no estimate' : value(row.estimate, measure);
}

function unitOf(measure: MeasureResult): string {
  return measure.rows[0]?.unit ?? 'item';
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

export function subjectName(plan: Plan, id: string): string {
  const subject = plan.subjects.find((one) => one.id === id);
  return subject ? `${subject.modelLabel} / ${subject.personaLabel}` : id;
}

export function conditionName(plan: Plan, id: string): string {
  return plan.probe.conditions.find((one) => one.id === id)?.label ?? id;
}
