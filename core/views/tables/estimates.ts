import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Columns } from '../../measures/measure-kind.ts';
import { colourOfSubject, rowName } from '../../measures/names.ts';
import { kindOf, MEASURES, type MeasureKinds } from '../../measures/registry.ts';
import { keyText } from '../../measures/rows.ts';
import type { TableBlock, TableRow } from '../view.ts';
import { answeredCell, estimateCell, numberHead, rowHead, unitHead } from './cells.ts';

/** All estimates: measures that have the same rows, and the same answers in them, share one table. */
export function estimateTables(
  plan: Plan,
  measures: readonly MeasureResult[],
  kinds: MeasureKinds = MEASURES,
): readonly TableBlock[] {
  const there = measures.filter(({ rows }) => rows.length > 0);
  const byRows = Map.groupBy(there, (measure) =>
    kindOf(measure, kinds).table ? measure.id : measure.rows.map(sameRow).join('\n'),
  );
  return [...byRows.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const own = kindOf(first, kinds).table?.whole(first);
    return own ? ownTable(plan, first, own) : sharedTable(plan, [first, ...others]);
  });
}

/** The estimates of one measure, in as few columns as a channel takes. */
export function briefEstimates(
  plan: Plan,
  measure: MeasureResult,
  kinds: MeasureKinds = MEASURES,
): readonly TableBlock[] {
  const own = measure.rows.length > 0 && kindOf(measure, kinds).table?.brief(measure);
  return own ? [ownTable(plan, measure, own)] : estimateTables(plan, [measure], kinds);
}

function sameRow(row: Row): string {
  return `${keyText(row)} ${row.units} ${row.unit} ${answeredCell(row)}`;
}

/** The columns that a kind has of its own. */
function ownTable(plan: Plan, { rows }: MeasureResult, { caption, columns }: Columns): TableBlock {
  return {
    kind: 'table',
    caption,
    header: [
      rowHead(plan, rows),
      ...columns.map(({ text, align }) => ({ text, align })),
      numberHead('answered'),
      unitHead(rows[0]),
    ],
    rows: rows.map((row) => ({
      colour: colourOfSubject(plan, row.subjectId),
      cells: [
        rowName(plan, row),
        ...columns.map((column) => column.cell(row)),
        answeredCell(row),
        String(row.units),
      ],
    })),
  };
}

/** A lone measure is named above, so that its column stays as narrow as its figures. */
function sharedTable(
  plan: Plan,
  measures: readonly [MeasureResult, ...MeasureResult[]],
): TableBlock {
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
