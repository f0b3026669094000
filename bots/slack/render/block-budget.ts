import { LIMITS } from '../limits.ts';
import { cellCharacters, type SlackBlock, sizeOf } from './blocks.ts';

/** Amounts used up of the limits that hold over all blocks of a message. */
export interface Page {
  readonly blocks: number;
  readonly size: number;
  readonly tableCharacters: number;
  /** Of either kind. */
  readonly tables: number;
  readonly charts: number;
}

export const EMPTY: Page = {
  blocks: 0,
  size: 0,
  tableCharacters: 0,
  tables: 0,
  charts: 0,
};

/** The page with these blocks on it; undefined where they go over a limit. */
export function withBlocks(page: Page, blocks: readonly SlackBlock[]): Page | undefined {
  const of = (type: SlackBlock['type']) => blocks.filter((block) => block.type === type).length;
  const cells = blocks.reduce((sum, block) => sum + (cellCharacters(block) ?? 0), 0);
  const after: Page = {
    blocks: page.blocks + blocks.length,
    size: page.size + sizeOf(blocks),
    tableCharacters: page.tableCharacters + cells,
    tables: page.tables + of('table') + of('data_table'),
    charts: page.charts + of('data_visualization'),
  };
  const fits =
    after.blocks <= LIMITS.blocks.max &&
    after.size <= LIMITS.payload.max &&
    after.tableCharacters <= LIMITS.tableCharacters.max &&
    after.tables <= LIMITS.tables.max &&
    after.charts <= LIMITS.charts.max;
  return fits ? after : undefined;
}

/** Size that is left of the payload. */
export function roomOn(page: Page): number {
  return Math.max(0, LIMITS.payload.max - page.size);
}
