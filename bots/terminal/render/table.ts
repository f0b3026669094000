import { clip } from '../../../core/command-line/tokens.ts';
import type { TableBlock, TableRow } from '../../../core/views/view.ts';
import type { Frame } from './frame.ts';
import { hang, pad, widthOf, wrap } from './lines.ts';
import { safe, safeLine } from './safe.ts';
import { type Column, widthsFor } from './widths.ts';

const GAP = '  ';
/** Characters. Cells hold figures and names; prose stands in columns and quotes, where it is whole. */
const LONGEST_CELL = 400;

/** Columns as wide as their content needs; a list of records where the frame has no room for them. */
export function tableLines(table: TableBlock, frame: Frame): readonly string[] {
  const caption = wrap(safeLine(table.caption), frame.width)
    .filter((line) => line !== '')
    .map(frame.style.strong);
  const head = table.header.map(({ text }) => clip(safeLine(text), LONGEST_CELL));
  if (head.length === 0) return caption;
  const rows = table.rows.map((row) => ({ ...row, cells: head.map((_, at) => tidy(row, at)) }));
  const widths = widthsFor(
    head.map((text, at) =>
      columnOf(
        text,
        rows.map(({ cells }) => cells[at] ?? ''),
        table.header[at]?.align === 'right',
      ),
    ),
    frame.width - GAP.length * (head.length - 1),
  );
  return [
    ...caption,
    ...(widths ? grid(table, head, rows, widths, frame) : records(head, rows, frame)),
  ];
}

function grid(
  { header }: TableBlock,
  head: readonly string[],
  rows: readonly TableRow[],
  widths: readonly number[],
  { style }: Frame,
): string[] {
  const line = (
    cells: readonly string[],
    paint: (text: string, at: number) => string,
  ): string[] => {
    const parts = cells.map((cell, at) => wrap(cell, widths[at] ?? 0));
    const height = Math.max(...parts.map((lines) => lines.length));
    return Array.from({ length: height }, (_, down) => {
      const last = parts.findLastIndex((lines) => lines[down]);
      return parts
        .slice(0, last + 1)
        .map((lines, at) => {
          const text = lines[down] ?? '';
          const align = header[at]?.align;
          const ends = at === last && align === 'left';
          return paint(ends ? text : pad(text, widths[at] ?? 0, align), at);
        })
        .join(GAP);
    });
  };
  return [
    ...line(head, style.muted),
    style.muted(widths.map((width) => '─'.repeat(width)).join(GAP)),
    ...rows.flatMap(({ cells, colour }) =>
      line(cells, (text, at) =>
        at === 0 && colour !== undefined ? style.subject(colour, text) : text,
      ),
    ),
  ];
}

function records(head: readonly string[], rows: readonly TableRow[], frame: Frame): string[] {
  const { subject, muted } = frame.style;
  return rows.flatMap(({ cells, colour }, index) => {
    const [first = '', ...others] = cells;
    const title = wrap(first, frame.width).map((text) =>
      colour === undefined ? text : subject(colour, text),
    );
    const fields = others.map((cell, at) => `${head[at + 1] ?? ''}: ${cell}`);
    const lines = fields.flatMap((field) => hang(wrap(field, frame.width - 4), '  ', '    '));
    return [...(index === 0 ? [] : [muted('─')]), ...title, ...lines];
  });
}

function columnOf(head: string, cells: readonly string[], figures: boolean): Column {
  const words = [head, ...cells].flatMap((text) => text.split(/\s+/));
  return {
    least: Math.max(...words.map(widest)),
    cells: Math.max(1, ...cells.map(widest)),
    head: widest(head),
    figures,
  };
}

function tidy({ cells }: TableRow, at: number): string {
  return clip(safe(cells[at] ?? '').trim(), LONGEST_CELL);
}

function widest(text: string): number {
  return Math.max(1, ...text.split('\n').map(widthOf));
}
