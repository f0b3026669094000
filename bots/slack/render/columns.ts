import type { TableBlock as SlackTable } from '@slack/types';
import { excerpt } from '../../../core/text/excerpt.ts';
import { countCodePoints, truncateCodePoints } from '../../../core/text/truncate.ts';
import { cellText, NO_SUBJECTS } from '../../../core/views/plain-text.ts';
import { colourSquare, subjectName } from '../../../core/views/subject-name.ts';
import type { Column, ColumnsBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { paragraph, plainText, richText, type SlackBlock } from './blocks.ts';
import { cellLimit, type Drawing, type Drawn } from './drawing.ts';

/** From this many subjects on, each is a row: more columns than these cannot be read on a phone. */
const ROWS_FROM = 5;

/** Answers side by side. */
export function drawColumns({ columns }: ColumnsBlock, drawing: Drawing): Drawn | undefined {
  if (columns.length === 0) {
    return { blocks: [richText(paragraph(NO_SUBJECTS))], cut: false };
  }
  const most = cellLimit(drawing, columns.flatMap((column) => column.cells).length);
  const texts = columns.map((column) => textsOf(column, most));
  const isCut = texts.some((column) => column.cut);
  switch (drawing.level) {
    case 'native':
    case 'table': {
      const table = asTable(texts);
      return table && { blocks: [table], cut: isCut };
    }
    case 'fields':
      return { blocks: asFields(texts), cut: isCut || texts.some(tooLongForField) };
    case 'text':
      return { blocks: texts.map(asProse), cut: isCut };
    default:
      return drawing.level satisfies never;
  }
}

interface ColumnText {
  readonly name: string;
  readonly cells: readonly string[];
  readonly cut: boolean;
}

function textsOf(column: Column, most: number): ColumnText {
  const name = excerpt(colourSquare(column.colour) + subjectName(column), LIMITS.header.max);
  const cells = column.cells.map((cell) =>
    excerpt(cell.text, most, (text) => cellText({ ...cell, text })),
  );
  return {
    name: name.text,
    cells: cells.map((cell) => cell.text),
    cut: name.cut || cells.some((cell) => cell.cut),
  };
}

/** The table block wraps prose; a data_table would offer to sort it. */
function asTable(columns: readonly ColumnText[]): SlackTable | undefined {
  const upright = columns.map(({ name, cells }) => [name, ...cells]);
  const rows = columns.length < ROWS_FROM ? transposed(upright) : upright;
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length > LIMITS.tableRows.max || width > LIMITS.tableColumns.max) return undefined;
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, index) => ({
      type: 'raw_text' as const,
      text: row[index] ?? '–',
    })),
  );
  return {
    type: 'table',
    rows: cells,
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
  };
}

function transposed(columns: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? '–'));
}

function asFields(columns: readonly ColumnText[]): readonly SlackBlock[] {
  const fields = columns.map((column) =>
    plainText(truncateCodePoints(fieldText(column), LIMITS.fieldText.max)),
  );
  const sections: SlackBlock[] = [];
  for (let at = 0; at < fields.length; at += LIMITS.fields.max) {
    sections.push({ type: 'section', fields: fields.slice(at, at + LIMITS.fields.max) });
  }
  return sections;
}

function fieldText({ name, cells }: ColumnText): string {
  return [name, ...cells].join('\n\n');
}

function tooLongForField(column: ColumnText): boolean {
  return countCodePoints(fieldText(column)) > LIMITS.fieldText.max;
}

function asProse({ name, cells }: ColumnText): SlackBlock {
  return richText(
    paragraph(name, { bold: true }),
    ...cells.map((text) => ({
      type: 'rich_text_quote' as const,
      elements: [{ type: 'text' as const, text }],
    })),
  );
}
