import { altOf } from '../../../core/charts/figures.ts';
import type { Block } from '../../../core/views/view.ts';
import { cellText, NO_SUBJECTS, subjectName } from './cells.ts';
import { itemText, NO_ITEMS } from './list.ts';
import { progressLine } from './progress.ts';
import { tableText } from './table-texts.ts';
import { line, shown } from './text.ts';
import { plot } from './text-chart.ts';

/** The whole of a block as plain text: for files, and for where no blocks are taken. */
export function plain(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return line(block.text);
    case 'text':
    case 'code':
    case 'note':
      return shown(block.text);
    case 'quote':
      return shown(block.text).replace(/^/gm, '> ');
    case 'progress':
      return progressLine(block);
    case 'columns':
      return block.columns.length === 0
        ? NO_SUBJECTS
        : block.columns
            .map((column) => [subjectName(column), ...column.cells.map(cellText)].join('\n\n'))
            .join('\n\n\n');
    case 'table':
      return tableText(block);
    case 'picture':
      return `${line(block.picture.title)}\n${plot(block.picture)}\n${shown(altOf(block.picture))}`;
    case 'list':
      return block.items.length === 0
        ? NO_ITEMS
        : block.items.map((item) => `• ${itemText(item)}`).join('\n');
    default:
      return block satisfies never;
  }
}
