import type { EstimatesPicture } from '../../charts/estimates/picture.ts';
import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { colourOfSubject, rowName } from '../names.ts';
import { altText, axisOf, titleOf } from './parts.ts';

/** More rows than this cannot be read at phone size: the table has them all. */
const MOST_ROWS = 30;

/** One row a subject and condition, in the order of the plan. */
export function estimatesPicture(plan: Plan, measure: MeasureResult): EstimatesPicture {
  const rows = measure.rows.slice(0, MOST_ROWS);
  const first = plan.subjects[0]?.subjectId;
  const isFirst = (row: Row) => row.condition === plan.probe.baseline && row.subjectId === first;
  // A line for each group would cross the rows of all the others.
  const single = measure.rows.filter(isFirst).length === 1;
  const part =
    rows.length < measure.rows.length
      ? ` (the first ${rows.length} of ${measure.rows.length} rows)`
      : '';
  return {
    kind: 'estimates',
    title: titleOf(plan, `${measure.label}${part}`),
    alt: altText(plan, measure, rows),
    axis: axisOf(measure),
    chance: measure.chance,
    rows: rows.map((row) => ({
      label: rowName(plan, row),
      colour: colourOfSubject(plan, row.subjectId),
      estimate: row.estimate,
      interval: row.interval,
      reference: single && isFirst(row),
    })),
  };
}
