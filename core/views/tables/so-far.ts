import type { Comparison } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { value } from '../../measures/format.ts';
import { colourOfSubject, rowName } from '../../measures/names.ts';
import { isStepped } from '../../measures/stepped.ts';
import type { TableBlock } from '../view.ts';
import { numberHead, rowHead } from './cells.ts';

/** While a run goes on: no intervals that somebody could quote. */
export function soFarTable(plan: Plan, comparison: Comparison): TableBlock | undefined {
  const measure = comparison.measures.find(
    (one) => !isStepped(one) && one.rows.some(({ estimate }) => estimate !== undefined),
  );
  if (!measure) return undefined;
  const rows = measure.rows.filter(({ estimate }) => estimate !== undefined);
  return {
    kind: 'table',
    caption: 'So far (partial)',
    header: [rowHead(plan, rows), numberHead(`${measure.label}, so far`), numberHead('trials')],
    rows: rows.map((row) => ({
      colour: colourOfSubject(plan, row.subjectId),
      cells: [
        rowName(plan, row),
        row.estimate === undefined ? ' ' : value(row.estimate, measure),
        String(row.trials),
      ],
    })),
  };
}
