import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { keyText } from '../../measures/rows.ts';
import { colourOfSubject, rowName } from '../row-names.ts';
import type { TableBlock, TableRow } from '../view.ts';
import { answeredCell, estimateCell, numberHead, rowHead, unitHead } from './cells.ts';
import { sharesTable } from './shares.ts';

/** All estimates: measures that have the same rows, and the same answers in them, share one table. */
export function estimateTables(
  plan: Plan,
  measures: readonly MeasureResult[],
): readonly TableBlock[] {
  const there = measures.filter(({ rows }) => rows.length > 0);
  const byRows = Map.groupBy(there, (measure) =>
    measure.categories ? measure.id : measure.rows.map(sameRow).join('\n'),
  );
  return [...byRows.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    return first.categories ? sharesTable(plan, first) : table(plan, [first, ...others]);
  });
}

function sameRow(row: Row): string {
  return `${keyText(row)} ${row.units} ${row.unit} ${answeredCell(row)}`;
}

/** A lone measure is named above, so that its column stays as narrow as its figures. */
function table(plan: Plan, measures: readonly [MeasureResult, ...MeasureResult[]]): TableBlock {
  const [{ label: only, rows }, ...others] = measures;
  const alone = others.length === 0;
  return {
    kind: 'table',
    caption: alone
      ? `${only}: estimates with their 95 % intervals`
      : 'Estimates with their 95 % intervals',
    header: [
      rowHead(plan, rows),
      ...(alone ? ['estimate'] : measures.map(({ label }) => label)).map(numberHead),
      numberHead('answered'),
      unitHead(rows[0]),
    ],
    rows: rows.map(
      (row, at): TableRow => ({
        colour: colourOfSubject(plan, row.subjectId),
        cells: [
          row.step === undefined ? rowName(plan, row) : `${rowName(plan, row)} · ${row.step}`,
          ...measures.map((measure) => estimateCell(measure, measure.rows[at])),
          answeredCell(row),
          String(row.units),
        ],
      }),
    ),
  };
}
