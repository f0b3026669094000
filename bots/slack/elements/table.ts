import type { DataTableBlock, TableBlock as SlackTable } from '@slack/types';
import { colourOf } from '../../../core/charts/palette.ts';
import type { TableBlock } from '../../../core/views/view.ts';
import { paragraph, plainText, richText, type SlackBlock } from '../blocks.ts';
import type { Drawing, Drawn } from '../drawing.ts';
import { LIMITS } from '../limits.ts';
import { monospace } from '../monospace.ts';
import type { BlockRung } from '../rungs.ts';
import { cut, excerpt, lengthOf, line } from '../text.ts';

/** The numbers, as a table that can be copied. Undefined where this rung cannot hold all of it. */
export function drawTable(block: TableBlock, drawing: Drawing): Drawn | undefined {
  const table = texts(block, LIMITS.cellInChannel.max);
  if (charactersOf(table) > drawing.room) return undefined;
  const blocks = blocksOf(table, drawing.rung);
  return blocks && { blocks, cut: table.cut };
}

function blocksOf(table: Texts, rung: BlockRung): readonly SlackBlock[] | undefined {
  switch (rung) {
    case 'native':
      return asDataTable(table);
    case 'table':
      return asTable(table);
    case 'fields':
      return asSections(table);
    case 'text':
      return [richText(paragraph(table.caption, { bold: true }), preformatted(table))];
    default:
      return rung satisfies never;
  }
}

interface Texts {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[];
  readonly cut: boolean;
}

/** The table's texts on single lines; what is missing is a dash, since Slack refuses empty cells. */
function texts({ caption, header, rows }: TableBlock, most: number): Texts {
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

function charactersOf({ heads, rows }: Texts): number {
  return [heads, ...rows].flat().reduce((sum, text) => sum + lengthOf(text), 0);
}

function asDataTable({ caption, heads, aligns, rows }: Texts): [DataTableBlock] | undefined {
  const cells = [
    heads.map(rawText),
    ...rows.map((row) => row.map((text, index) => sortable(text, aligns[index]))),
  ];
  const holds =
    rows.length > 0 &&
    heads.length > 0 &&
    cells.length <= LIMITS.dataTableRows.max &&
    heads.length <= LIMITS.dataTableColumns.max;
  if (!holds) return undefined;
  return [
    {
      type: 'data_table',
      caption: cut(caption, LIMITS.dataTableCaption.max),
      page_size: Math.min(rows.length, LIMITS.rowsPerPage.max),
      rows: cells,
    },
  ];
}

function rawText(text: string): { type: 'raw_text'; text: string } {
  return { type: 'raw_text', text };
}

/** A figure with its number beside it, so that a click on the head sorts 5 % before 42 %. */
function sortable(
  text: string,
  align: 'left' | 'right' | undefined,
): DataTableBlock['rows'][0][0] & {
  text: string;
} {
  const figure = align === 'right' ? /^[-−]?\$?(\d[\d,]*(?:\.\d+)?)(?: ?%)?$/.exec(text) : null;
  if (!figure?.[1]) return rawText(text);
  const value = Number(figure[1].replaceAll(',', ''));
  return { type: 'raw_number', value: /^[-−]/.test(text) ? -value : value, text };
}

function asTable({ caption, heads, aligns, rows }: Texts): SlackBlock[] | undefined {
  const cells = [heads, ...rows].map((row) => row.map(rawText));
  const holds =
    heads.length > 0 &&
    cells.length <= LIMITS.tableRows.max &&
    heads.length <= LIMITS.tableColumns.max;
  if (!holds) return undefined;
  const table: SlackTable = {
    type: 'table',
    rows: cells,
    column_settings: aligns.map((align) => ({ align, is_wrapped: true })),
  };
  return [richText(paragraph(caption, { bold: true })), table];
}

/** A section a row: its first cell above, the others as fields under their heads. */
function asSections({ caption, heads, rows }: Texts): SlackBlock[] | undefined {
  if (heads.length < 2 || heads.length - 1 > LIMITS.fields.max || rows.length === 0)
    return undefined;
  const sections = rows.map(([first = '–', ...others]) => ({
    type: 'section' as const,
    text: plainText(first),
    fields: others.map((text, index) => plainText(`${heads[index + 1] ?? ''}\n${text}`)),
  }));
  const holds = sections.every(
    ({ text, fields }) =>
      lengthOf(text.text) <= LIMITS.sectionText.max &&
      fields.every((field) => lengthOf(field.text) <= LIMITS.fieldText.max),
  );
  return holds ? [richText(paragraph(caption, { bold: true })), ...sections] : undefined;
}

function preformatted(table: Texts) {
  return {
    type: 'rich_text_preformatted' as const,
    elements: [{ type: 'text' as const, text: monospaceTable(table) }],
  };
}

function monospaceTable({ heads, aligns, rows }: Texts): string {
  if (heads.length === 0) return '(empty)';
  const columns = heads.map((head, index) => ({ head, align: aligns[index] ?? 'left' }));
  return monospace(columns, rows) + (rows.length === 0 ? '\n(no rows)' : '');
}

/** Wider cells would make every line of a table as wide: such a table is written row by row. */
const WIDEST = 120;

/** The whole table as text, under its caption. */
export function tableText(block: TableBlock): string {
  const table = texts(block, Infinity);
  const isWide = [table.heads, ...table.rows].flat().some((text) => text.length > WIDEST);
  return `${table.caption}\n${isWide ? records(table) : monospaceTable(table)}`;
}

function records({ heads, rows }: Texts): string {
  return rows
    .map((row) => heads.map((head, index) => `${head}: ${row[index] ?? '–'}`).join('\n'))
    .join('\n\n');
}
