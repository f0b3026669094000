import { isBlank } from '../../../core/text/characters.ts';
import { EMPTY_TEXT } from '../../../core/text/sanitise.ts';
import { progressLine } from '../../../core/views/progress-text.ts';
import type { Block } from '../../../core/views/view.ts';
import { columnParts, quoted } from './columns.ts';
import { codeSafe, fence, literal, literalLine } from './escape.ts';
import { listPart } from './list.ts';
import { picturePart } from './picture.ts';
import { tableParts } from './table.ts';
import { type Part, textPart } from './text-budget.ts';

/** A block as text, one part for each display. */
export function blockParts(block: Block, running: boolean): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return [prosePart(block.text, (text) => `### ${literalLine(text)}`)];
    case 'text':
      return [prosePart(block.text, literal)];
    case 'quote':
      return [prosePart(block.text, quoted)];
    case 'code':
      return [prosePart(block.text, (text) => fence(codeSafe(text)))];
    case 'note':
      return [prosePart(block.text, (text) => literal(text).replace(/^/gm, '-# '))];
    case 'progress':
      return [textPart(progressLine(block), literal)];
    case 'columns':
      return columnParts(block, running);
    case 'table':
      return tableParts(block);
    case 'picture':
      return [picturePart(block.picture)];
    case 'list':
      return block.items.length === 0 ? [] : [listPart(block.items)];
  }
}

function prosePart(text: string, markup: (text: string) => string): Part {
  return textPart(isBlank(text) ? EMPTY_TEXT : text.trim(), markup);
}
