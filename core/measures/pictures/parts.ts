import type { EstimatesPicture } from '../../charts/estimates/picture.ts';
import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { interval, value } from '../format.ts';

import { labelled, rowName } from '../names.ts';

/** The head of a picture: an analogue is called one wherever it shows. */
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

/** In words, all the numbers that a picture shows. @param say the figures of one row. */
export function altText(
  plan: Plan,
  measure: MeasureResult,
  rows: readonly Row[],
  say: (measure: MeasureResult, row: Row) => string = estimateAlt,
): string {
  const chance =
    measure.chance === undefined ? '' : ` Chance would give ${value(measure.chance, measure)}.`;
  const said = rows.map((row) => {
    const step = row.step === undefined ? '' : `, ${row.step}`;
    return `${rowName(plan, row)}${step}: ${say(measure, row)}`;
  });
  return `${measure.label}. ${said.join('; ')}.${chance}`;
}

function estimateAlt(measure: MeasureResult, row: Row): string {
  if (row.estimate === undefined) return 'no estimate';
  const range = row.interval ? `, 95 % interval ${interval(row.interval, measure)}` : '';
  return `${value(row.estimate, measure)}${range}`;
}
