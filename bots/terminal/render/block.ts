import { sanitiseTerminal, sanitiseTerminalLine } from '../../../core/text/sanitise-terminal.ts';
import { wrap } from '../../../core/text/wrap.ts';
import { progressLine } from '../../../core/views/progress-text.ts';
import type { Block } from '../../../core/views/view.ts';
import { columnsLines } from './columns.ts';
import type { Frame } from './frame.ts';
import { listLines } from './list.ts';
import { tableLines } from './table.ts';

/** One block of a view, as lines of a terminal. */
export function blockLines(block: Block, frame: Frame): readonly string[] {
  const { width, style } = frame;
  switch (block.kind) {
    case 'heading':
      return wrap(sanitiseTerminalLine(block.text), width).map(style.strong);
    case 'text':
      return wrap(sanitiseTerminal(block.text).trim(), width);
    case 'quote':
      return wrap(sanitiseTerminal(block.text).trim(), width - 2).map((line) =>
        `${style.muted('▏')} ${line}`.trimEnd(),
      );
    case 'code':
      return wrap(sanitiseTerminal(block.text), width - 2).map((line) => `  ${line}`);
    case 'note':
      return wrap(sanitiseTerminal(block.text).trim(), width).map(style.muted);
    case 'progress':
      return wrap(progressLine(block), width).map((line) => line.replace(/^▰+/, style.good));
    case 'columns':
      return columnsLines(block, frame);
    case 'table':
      return tableLines(block, frame);
    case 'picture':
      return frame.drawText(block.picture, { width, colour: frame.colour }).split('\n');
    case 'list':
      return listLines(block.items, frame);
  }
}
