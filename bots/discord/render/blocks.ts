import type { Block, ListItem } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { columnParts, quoted } from './columns.ts';
import { codeSafe, EMPTY, inlineCode, isBlank, literal, literalLine } from './escape.ts';
import { progressLine } from './progress.ts';
import { fence, tableParts } from './table.ts';
import { leaf, oneLine, type Part, stack } from './text-budget.ts';
import { chartPart } from './text-chart.ts';

/** The name under which the bot's command is registered. */
export const COMMAND = 'probe';

/** A block as text, one part for each display. */
export function blockParts(block: Block, running: boolean): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return [said(block.text, (text) => `### ${literalLine(text)}`)];
    case 'text':
      return [said(block.text, literal)];
    case 'quote':
      return [said(block.text, quoted)];
    case 'code':
      return [said(block.text, (text) => fence(codeSafe(text)))];
    case 'note':
      return [said(block.text, (text) => literal(text).replace(/^/gm, '-# '))];
    case 'progress':
      return [leaf(progressLine(block), literal)];
    case 'columns':
      return columnParts(block, running);
    case 'table':
      return tableParts(block);
    case 'picture':
      return [chartPart(block.picture)];
    case 'list':
      return block.items.length === 0 ? [] : [stack(block.items.map(itemPart))];
  }
}

function said(text: string, dress: (text: string) => string): Part {
  return leaf(isBlank(text) ? EMPTY : text.trim(), dress);
}

/** `- **ask** One question, several characters.` and, below, the line to type. */
function itemPart(item: ListItem): Part {
  const label = isBlank(item.label) ? EMPTY : oneLine(item.label, LIMITS.text.max);
  const first = leaf(`${label} ${item.text}`, (text) => {
    const rest = literalLine(text.slice(label.length));
    return `- **${literalLine(text.slice(0, label.length))}**${rest && ` ${rest}`}`;
  });
  if (item.line === undefined) return first;
  const line = leaf(item.line, (text) => `  ${inlineCode(`/${COMMAND} ${text}`)}`);
  return stack([first, line]);
}
