import { colourOf } from '../../../core/charts/palette.ts';
import type { TableBlock } from '../../../core/views/view.ts';
import { monospace } from './monospace.ts';
import { excerpt, lengthOf, line } from './text.ts';

/** A table's texts as a reader sees them, each on one line. */
export interface TableTexts {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[];
  readonly cut: boolean;
}

/** Cells of at most `most` code points. What is missing is a dash, since Slack refuses empty cells. */
export function tableTexts({ caption, header, rows }: TableBlock, most: number): TableTexts {
  let isCut = false;
  const short = (text: string, empty = '–') => {
    const read = excerpt(text, most, (whole) => (whole === '' ? empty : line(whole)));
    isCut ||= read.cut;
    return read.text;
  };
  return {
    caption: short(caption, '(empty)'),
    heads: header.map((head) => short(head.text)),
    aligns: header.map((head) => head.align),
    rows: rows.map(({ cells, colour }) =>
      header.map((_, index) => {
        const text = short(cells[index] ?? '');
        return index === 0 && colour !== undefined ? `${colourOf(colour).emoji} ${text}` : text;
      }),
    ),
    cut: isCut,
  };
}

/** The code points in all cells and heads. */
export function charactersOf({ heads, rows }: TableTexts): number {
  return [heads, ...rows].flat().reduce((sum, text) => sum + lengthOf(text), 0);
}

/** The heads and rows in characters of equal width. */
export function monospaceTable({ heads, aligns, rows }: TableTexts): string {
  if (heads.length === 0) return '(empty)';
  const columns = heads.map((head, index) => ({ head, align: aligns[index] ?? 'left' }));
  return monospace(columns, rows) + (rows.length === 0 ? '\n(no rows)' : '');
}

/** Wider cells would make every line of a table as wide: such a table is written row by row. */
const WIDEST = 120;

/** The whole table as text, under its caption. */
export function tableText(block: TableBlock): string {
  const table = tableTexts(block, Infinity);
  const isWide = [table.heads, ...table.rows].flat().some((text) => text.length > WIDEST);
  return `${table.caption}\n${isWide ? records(table) : monospaceTable(table)}`;
}

function records({ heads, rows }: TableTexts): string {
  return rows
    .map((row) => heads.map((head, index) => `${head}: ${row[index] ?? '–'}`).join('\n'))
    .join('\n\n');
}
