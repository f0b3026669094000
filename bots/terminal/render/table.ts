import { sanitiseTerminal, sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { GAP, layoutTable, type TableLayout, type TableLine } from '../../../core/text/table.ts';
import { truncateCodePoints } from '../../../core/text/truncate.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { TableBlock, TableRow } from '../../../core/views/view.ts';
import type { Frame } from './frame.ts';
import { hang } from './lines.ts';

/** Code points. Cells hold figures and names; prose stands in columns and quotes, where it is whole. */
const LONGEST_CELL = 400;

/** Columns as wide as their content needs; a list of records where the frame has no room for them. */
export function tableLines(table: TableBlock, frame: Frame): readonly string[] {
  const caption = wrap(sanitiseTerminalLine(table.caption), frame.width)
    .filter((line) => line !== '')
    .map(frame.style.strong);
  const head = table.header.map(({ text }) => shortened(sanitiseTerminalLine(text)));
  if (head.length === 0) return caption;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: head.map((_, at) => shortened(sanitiseTerminal(row.cells[at] ?? '').trim())),
  }));
  const layout = layoutTable(
    table.header.map(({ align }, at) => ({ head: head[at] ?? '', align })),
    rows.map(({ cells }) => cells),
    { width: frame.width, wraps: 'cells' },
  );
  return [...caption, ...(layout ? grid(layout, rows, frame) : records(head, rows, frame))];
}

function shortened(text: string): string {
  return truncateCodePoints(text, LONGEST_CELL);
}

function grid(layout: TableLayout, rows: readonly TableRow[], { style }: Frame): string[] {
  const painted = (line: TableLine, paint: (cell: string, at: number) => string): string =>
    line.map(paint).join(GAP);
  return [
    ...layout.head.map((line) => painted(line, style.muted)),
    style.muted(layout.rule.join(GAP)),
    ...layout.rows.flatMap((lines, row) => {
      const colour = rows[row]?.colour;
      return lines.map((line) =>
        painted(line, (cell, at) =>
          at === 0 && colour !== undefined ? style.subject(colour, cell) : cell,
        ),
      );
    }),
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
