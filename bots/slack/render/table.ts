import type { DataTableBlock, TableBlock as SlackTable } from '@slack/types';
import { countCodePoints, truncateCodePoints } from '../../../core/text/truncate.ts';
import { monospaceTable, type TableTexts, tableTexts } from '../../../core/views/table-text.ts';
import type { TableBlock } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { paragraph, richText, type SlackBlock } from './blocks.ts';
import type { Drawing, Drawn } from './drawing.ts';
import type { BlockLevel } from './fallback-levels.ts';

/** The numbers, as a table that can be copied. Undefined where this level cannot hold all of it. */
export function drawTable(block: TableBlock, drawing: Drawing): Drawn | undefined {
  const table = tableTexts(block, LIMITS.cellInChannel.max);
  if (countCharacters(table) > drawing.room) return undefined;
  const blocks = blocksOf(table, drawing.level);
  return blocks && { blocks, cut: table.cut };
}

/** The code points in all cells and heads. */
function countCharacters({ heads, rows }: TableTexts): number {
  return [heads, ...rows].flat().reduce((sum, text) => sum + countCodePoints(text), 0);
}

function blocksOf(table: TableTexts, level: BlockLevel): readonly SlackBlock[] | undefined {
  switch (level) {
    case 'native':
      return asDataTable(table);
    case 'table':
      return asTable(table);
    case 'fields':
      return asBullets(table);
    case 'text':
      return [richText(paragraph(table.caption, { bold: true }), preformatted(table))];
    default:
      return level satisfies never;
  }
}

function asDataTable({ caption, heads, aligns, rows }: TableTexts): [DataTableBlock] | undefined {
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
      caption: truncateCodePoints(caption, LIMITS.dataTableCaption.max),
      page_size: Math.min(rows.length, LIMITS.rowsPerPage.max),
      rows: cells,
    },
  ];
}

function rawText(text: string) {
  return { type: 'raw_text' as const, text };
}

/** A sign, dollars, and digits with or without something before the point. */
const FIGURE = /^[<>≈ ]*([+−-]?)\$?(\d[\d,]*(?:\.\d+)?|\.\d+)/;

/** A cell that carries the figure it begins with, so that a click on the head sorts 8 % before 63 %. */
function sortable(text: string, align: TableTexts['aligns'][number] | undefined) {
  const [, sign, digits] = (align === 'right' && FIGURE.exec(text)) || [];
  if (!digits) return rawText(text);
  const size = Number(digits.replaceAll(',', ''));
  const value = sign === '-' || sign === '−' ? -size : size;
  return { type: 'raw_number' as const, value, text };
}

function asTable({ caption, heads, aligns, rows }: TableTexts): SlackBlock[] | undefined {
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

/** A bullet a row: its first cell, and the others behind their heads. Narrow enough for a phone. */
function asBullets({ caption, heads, rows }: TableTexts): SlackBlock[] | undefined {
  if (heads.length < 2 || rows.length === 0) return undefined;
  const bullets = rows.map(([first = '–', ...others]) => ({
    type: 'rich_text_section' as const,
    elements: [
      { type: 'text' as const, text: first, style: { bold: true } },
      ...others.map((text, index) => ({
        type: 'text' as const,
        text: ` · ${heads[index + 1] ?? ''}: ${text}`,
      })),
    ],
  }));
  const list = { type: 'rich_text_list' as const, style: 'bullet' as const, elements: bullets };
  return [richText(paragraph(caption, { bold: true }), list)];
}

function preformatted(table: TableTexts) {
  return {
    type: 'rich_text_preformatted' as const,
    elements: [{ type: 'text' as const, text: monospaceTable(table) }],
  };
}
