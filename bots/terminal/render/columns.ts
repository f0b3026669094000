import { padColumns } from '../../../core/text/columns.ts';
import { sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import type { Column, ColumnsBlock } from '../../../core/views/view.ts';
import { cellLines } from './cell.ts';
import type { Frame } from './frame.ts';
import { hang } from './lines.ts';

/** Narrower columns break every line of prose after three words. */
const LEAST_COLUMN = 28;
const MOST_COLUMNS = 4;

/** Side by side where there is room, else one subject below the other. */
export function columnsLines({ columns }: ColumnsBlock, frame: Frame): readonly string[] {
  const inner = Math.floor((frame.width - 1) / columns.length) - 3;
  const fits = columns.length > 1 && columns.length <= MOST_COLUMNS && inner >= LEAST_COLUMN;
  return fits ? sideBySide(columns, inner, frame) : columns.flatMap((each) => stacked(each, frame));
}

/** A row for each sample, so that what answers the same question stands at the same height. */
function sideBySide(columns: readonly Column[], inner: number, frame: Frame): readonly string[] {
  const { muted, subject } = frame.style;
  const rule = (left: string, line: string, cross: string, right: string): string =>
    muted(left + columns.map(() => line.repeat(inner + 2)).join(cross) + right);
  const names = row(
    columns.map((column) =>
      wrap(subjectName(column), inner).map((line) =>
        subject(column.colour, padColumns(line, inner)),
      ),
    ),
    inner,
    frame,
  );
  const samples = Math.max(...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: samples }, (_, sample) => {
    const cells = columns.map(({ cells }) => cellLines(cells[sample], inner, frame));
    return [...(sample === 0 ? [] : [rule('├', '╌', '┼', '┤')]), ...row(cells, inner, frame)];
  });
  return [
    rule('┌', '─', '┬', '┐'),
    ...names,
    rule('├', '─', '┼', '┤'),
    ...rows.flat(),
    rule('└', '─', '┴', '┘'),
  ];
}

function row(cells: readonly (readonly string[])[], inner: number, frame: Frame): string[] {
  const bar = frame.style.muted('│');
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines) => padColumns(lines[line] ?? '', inner));
    return `${bar} ${parts.join(` ${bar} `)} ${bar}`;
  });
}

function stacked(column: Column, frame: Frame): string[] {
  const { subject, muted } = frame.style;
  const name = wrap(subjectName(column), frame.width - 2).map((line) =>
    subject(column.colour, line),
  );
  const cells = column.cells.flatMap((cell, index) => {
    const mark = column.cells.length > 1 ? `${index + 1}`.padStart(3) : '  ';
    const room = frame.width - mark.length - 1;
    return hang(cellLines(cell, room, frame), `${muted(mark)} `, ' '.repeat(mark.length + 1));
  });
  return [...hang(name, subject(column.colour, '● '), '  '), ...cells];
}

function subjectName({ model, persona }: Column): string {
  return `${sanitiseTerminalLine(model)} / ${sanitiseTerminalLine(persona)}`;
}
