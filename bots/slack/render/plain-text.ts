import { type PlainTextOptions, plainText } from '../../../core/views/plain-text.ts';
import type { Block } from '../../../core/views/view.ts';
import { asCommand } from '../receive/names.ts';

/** Columns of a picture in characters that fit beside a phone's edges without a break. */
export const CHART_WIDTH = 44;

const OPTIONS: PlainTextOptions = { tables: 'aligned', chartWidth: CHART_WIDTH, typed: asCommand };

/** The whole of a block as plain text: for files, and for where no blocks are taken. */
export function plain(block: Block): string {
  return plainText(block, OPTIONS);
}
