import { excerpt } from '../text/excerpt.ts';
import { EMPTY_TEXT, sanitiseShownLine } from '../text/sanitise.ts';
import { layoutTable, tableLines } from '../text/table.ts';
import { colourSquare } from './subject-name.ts';
import type { TableBlock } from './view.ts';

/** A table's texts as a reader sees them, each on one line. */
export interface TableTexts {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[];
  readonly cut: boolean;
}

/** Stands for a figure that there is none of. */
export const NO_FIGURE = '–';

/** Cells of at most `most` code points; none is empty. */
export function tableTexts({ caption, header, rows }: TableBlock, most: number): TableTexts {
  let isCut = false;
  const short = (text: string, empty = NO_FIGURE) => {
    const read = excerpt(text, most, (whole) => (whole === '' ? empty : sanitiseShownLine(whole)));
    isCut ||= read.cut;
    return read.text;
  };
  return {
    caption: short(caption, EMPTY_TEXT),
    heads: header.map((head) => short(head.text)),
    aligns: header.map((head) => head.align),
    rows: rows.map(({ cells, colour }) =>
      header.map((_, index) => {
        const text = short(cells[index] ?? '');
        return index === 0 ? colourSquare(colour) + text : text;
      }),
    ),
    cut: isCut,
  };
}

/** The heads and rows in characters of equal width. */
export function monospaceTable({ heads, aligns, rows }: TableTexts): string {
  if (heads.length === 0) return EMPTY_TEXT;
  const columns = heads.map((head, index) => ({ head, align: aligns[index] ?? 'left' }));
  const layout = layoutTable(columns, rows, { width: Number.POSITIVE_INFINITY, wraps: 'nothing' });
  const lines = layout ? tableLines(layout, { ruled: false }) : [];
  return [...lines, ...(rows.length === 0 ? ['(no rows)'] : [])].join('\n');
}

/** Wider cells would make every line of a table as wide: such a table is written row by row. */
const WIDEST = 120;

/** The whole table under its caption, in columns for reading. */
export function alignedTable(block: TableBlock): string {
  const table = tableTexts(block, Number.POSITIVE_INFINITY);
  const isWide = [table.heads, ...table.rows].flat().some((text) => text.length > WIDEST);
  return `${table.caption}\n${isWide ? records(table) : monospaceTable(table)}`;
}

/** The whole table under its caption, with tabs between cells, so that a spreadsheet takes it. */
export function* tabbedTable({ caption, header, rows }: TableBlock): Generator<string> {
  yield sanitiseShownLine(caption);
  for (const cells of [header.map(({ text }) => text), ...rows.map((row) => row.cells)]) {
    yield cells.map((cell) => (cell === '' ? '' : sanitiseShownLine(cell))).join('\t');
  }
}

function records({ heads, rows }: TableTexts): string {
  return rows
    .map((row) => heads.map((head, index) => `${head}: ${row[index] ?? NO_FIGURE}`).join('\n'))
    .join('\n\n');
}
