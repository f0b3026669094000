import type { EstimatesPicture } from '../../charts/estimates/picture.ts';
import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { interval, percent, value } from '../../measures/format.ts';
import { labelled } from '../probe-title.ts';
import { rowName } from '../row-names.ts';

/** What stands at the head of a picture: an analogue is called one wherever it shows. */
export function titleOf(plan: Plan, text: string): string {
  return labelled(plan.probe, text);
}

export function axisOf({
  label,
  scale: [min, max],
  format,
}: MeasureResult): EstimatesPicture['axis'] {
  return { label, min, max, format: format === 'percent' ? 'percent' : 'number' };
}

/** In words, all the numbers that a picture shows. */
export function altText(plan: Plan, measure: MeasureResult, rows: readonly Row[]): string {
  const chance =
    measure.chance === undefined ? '' : ` Chance would give ${value(measure.chance, measure)}.`;
  return `${measure.label}. ${rows.map((row) => rowAlt(plan, measure, row)).join('; ')}.${chance}`;
}

function rowAlt(plan: Plan, measure: MeasureResult, row: Row): string {
  const step = row.step === undefined ? '' : `, ${row.step}`;
  return `${rowName(plan, row)}${step}: ${figuresOf(measure, row)}`;
}

function figuresOf(measure: MeasureResult, row: Row): string {
  if (row.shares) {
    return (measure.categories ?? [])
      .map(({ label }, at) => `${label} ${percent(row.shares?.[at]?.estimate ?? 0)}`)
      .join(', ');
  }
  if (row.estimate === undefined) return 'no estimate';
  const range = row.interval ? `, 95 % interval ${interval(row.interval, measure)}` : '';
  return `${value(row.estimate, measure)}${range}`;
}
