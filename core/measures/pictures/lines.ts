import type { LinesPicture } from '../../charts/lines/picture.ts';
import type { MeasureResult } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { unique } from '../../domain/unique.ts';
import { colourOfSubject, rowName } from '../names.ts';
import { stepNumber } from '../points.ts';
import { altText, axisOf, titleOf } from './parts.ts';

/** One line a subject and condition over the steps of a script. */
export function linesPicture(plan: Plan, measure: MeasureResult): LinesPicture {
  const byLine = [...Map.groupBy(measure.rows, (row) => rowName(plan, row)).entries()];
  const conditions = plan.probe.conditions.map((condition): string | undefined => condition.id);
  const steps = unique(measure.rows.flatMap(({ step }) => (step === undefined ? [] : [step])))
    .map(stepNumber)
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
      const condition = Math.max(0, conditions.indexOf(first.condition));
      const alone = plan.subjects.length === 1;
      return [
        {
          label,
          // A lone subject's lines differ by their condition, so that one takes the colours.
          colour: alone ? condition : colourOfSubject(plan, first.subjectId),
          dash: alone ? 0 : condition,
          points: rows.flatMap(({ step, estimate, interval }, place) =>
            estimate === undefined || step === undefined
              ? []
              : [{ step: stepNumber(step, place), estimate, interval }],
          ),
        },
      ];
    }),
  };
}
