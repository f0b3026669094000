import { type ColumnDemand, columnWidths } from './column-widths.ts';
import { columnsOf, padColumns } from './columns.ts';
import { wrap } from './wrap.ts';

export interface MonospaceColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}

export interface TableRoom {
  /** Columns of text that the whole table may take. */
  readonly width: number;
  /**
   * The part that gives way to keep within the width: `nothing`; `heads`, which then always stand in as many
   * lines as their cells leave room for; or `cells` too, each column as the others leave it room.
   */
  readonly wraps: 'nothing' | 'heads' | 'cells';
}

/** Cells of one line, padded so that they stand below each other. Empty cells at its end are left out. */
export type TableLine = readonly string[];

export interface TableLayout {
  /** The heads may take several lines, and so may each row. */
  readonly head: readonly TableLine[];
  readonly rule: TableLine;
  readonly rows: readonly (readonly TableLine[])[];
}

/** Stands between two cells of a line. */
export const GAP = '  ';

/**
 * A table in characters of equal width. Heads and cells are sanitised texts; only where `cells` wrap may
 * they have several lines. Undefined where the room is too narrow for it.
 */
export function layoutTable(
  columns: readonly MonospaceColumn[],
  rows: readonly (readonly string[])[],
  { width, wraps }: TableRoom,
): TableLayout | undefined {
  const body = rows.map((row) => columns.map((_, at) => row[at] ?? ''));
  const widths = widthsOf(columns, body, width - GAP.length * (columns.length - 1), wraps);
  if (!widths) return undefined;
  const linesOf = (cells: readonly string[], wrapped: boolean): readonly TableLine[] => {
    const parts = cells.map((cell, at) => (wrapped ? wrap(cell, widths[at] ?? 0) : [cell]));
    const height = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, down) =>
      lineOf(
        parts.map((lines) => lines[down] ?? ''),
        widths,
        columns,
      ),
    );
  };
  return {
    head: linesOf(
      columns.map(({ head }) => head),
      wraps !== 'nothing',
    ),
    rule: widths.map((one) => '─'.repeat(one)),
    rows: body.map((row) => linesOf(row, wraps === 'cells')),
  };
}

/** All lines of a table, with the rule between its heads and its rows where `ruled`. */
export function tableLines(
  { head, rule, rows }: TableLayout,
  { ruled }: { readonly ruled: boolean },
): readonly string[] {
  return [...head, ...(ruled ? [rule] : []), ...rows.flat()].map((line) => line.join(GAP));
}

function lineOf(
  cells: readonly string[],
  widths: readonly number[],
  columns: readonly MonospaceColumn[],
): TableLine {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1).map((cell, at) => {
    const align = columns[at]?.align ?? 'left';
    return at === last && align === 'left' ? cell : padColumns(cell, widths[at] ?? 0, align);
  });
}

function widthsOf(
  columns: readonly MonospaceColumn[],
  rows: readonly (readonly string[])[],
  room: number,
  wraps: TableRoom['wraps'],
): readonly number[] | undefined {
  const demands = columns.map((column, at) => demandOf(column, rows, at));
  if (wraps === 'cells') return columnWidths(demands, room);
  const widths = demands.map(({ headWord, head, cells }) =>
    Math.max(cells, wraps === 'heads' ? headWord : head),
  );
  return widths.reduce((sum, one) => sum + one, 0) <= room ? widths : undefined;
}

function demandOf(
  { head, align }: MonospaceColumn,
  rows: readonly (readonly string[])[],
  at: number,
): ColumnDemand & { readonly headWord: number } {
  const cells = rows.map((row) => row[at] ?? '');
  const headWord = widest([head], /\s+/);
  return {
    headWord,
    least: Math.max(headWord, widest(cells, /\s+/)),
    cells: widest(cells, '\n'),
    head: widest([head], '\n'),
    figures: align === 'right',
  };
}

/** Columns of the widest part of some texts, and one at least. */
function widest(texts: readonly string[], separator: string | RegExp): number {
  return texts
    .flatMap((text) => text.split(separator))
    .reduce((most, part) => Math.max(most, columnsOf(part)), 1);
}
