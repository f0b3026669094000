import type { LinesPicture } from '../../charts/lines/picture.ts';
import type { MeasureResult } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { stepNumber } from '../../measures/points.ts';
import { colourOfSubject, rowName } from '../row-names.ts';
import { altText, axisOf, titleOf } from './shared.ts';

/** One line a subject and condition over the steps of a script. */
export function linesPicture(plan: Plan, measure: MeasureResult): LinesPicture {
  const byLine = [...Map.groupBy(measure.rows, (row) => rowName(plan, row)).entries()];
  const conditions = plan.probe.conditions.map((condition) => condition.id);
  const steps = [...new Set(measure.rows.map((row) => row.step ?? ''))]
    .map((step, index) => stepNumber({ step }, index))
    .toSorted((a, b) => a - b);
  return {
    kind: 'lines',
    title: titleOf(plan, measure.label),
    alt: altText(plan, measure, measure.rows),
    axis: axisOf(measure),
    steps: { label: 'after turn', values: steps },
    lines: byLine.flatMap(([label, rows]) => {
      const [first] = rows;
      if (!first) return [];
      const condition = Math.max(0, conditions.indexOf(first.condition ?? ''));
      const alone = plan.subjects.length === 1;
      return [
        {
          label,
          // A lone subject's lines differ by their condition, so that one takes the colours.
          colour: alone ? condition : colourOfSubject(plan, first.subjectId),
          dash: alone ? 0 : condition,
          points: rows.flatMap((row, index) =>
            row.estimate === undefined
              ? []
              : [
                  {
                    step: stepNumber({ step: row.step ?? '' }, index),
                    estimate: row.estimate,
                    interval: row.interval,
                  },
                ],
          ),
        },
      ];
    }),
  };
}
