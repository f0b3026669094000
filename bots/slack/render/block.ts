import { progressLine } from '../../../core/views/progress-text.ts';
import type { Block } from '../../../core/views/view.ts';
import { paragraph, richText } from './blocks.ts';
import { drawColumns } from './columns.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { drawList } from './list.ts';
import { drawPicture } from './picture.ts';
import { drawProse } from './prose.ts';
import { drawTable } from './table.ts';

/** One block on one level; undefined where that level has no legal form of it. */
export function drawBlock(block: Block, drawing: Drawing): Drawn | undefined {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'quote':
    case 'code':
    case 'note':
      return drawProse(block, drawing);
    case 'progress':
      return { blocks: [richText(paragraph(progressLine(block)))], cut: false };
    case 'columns':
      return drawColumns(block, drawing);
    case 'table':
      return drawTable(block, drawing);
    case 'picture':
      return drawPicture(block.picture, drawing);
    case 'list':
      return drawList(block.items, drawing);
    default:
      return block satisfies never;
  }
}
