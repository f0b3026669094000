import { excerpt } from '../../../core/text/excerpt.ts';
import { sanitiseShown, sanitiseShownLine } from '../../../core/text/sanitise.ts';
import { countCodePoints } from '../../../core/text/truncate.ts';
import type { Block } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { paragraph, plainText, richText, type SlackBlock, sizeOf } from './blocks.ts';
import { type Drawing, type Drawn, proseLimit } from './drawing.ts';

export type ProseBlock = Extract<Block, { kind: 'heading' | 'text' | 'quote' | 'code' | 'note' }>;

/** Headings, paragraphs, quotations, exact text and small print. */
export function drawProse(block: ProseBlock, drawing: Drawing): Drawn | undefined {
  const read = block.kind === 'heading' ? sanitiseShownLine : sanitiseShown;
  const limit = Math.min(
    block.kind === 'note' ? LIMITS.contextText.max : Infinity,
    proseLimit(drawing),
    drawing.room,
  );
  for (let most = limit; most >= LEAST; most = Math.floor(most * 0.8)) {
    const { text, cut } = excerpt(block.text, most, read);
    const blocks = [proseBlock(block.kind, text)];
    if (sizeOf(blocks) <= drawing.room) return { blocks, cut };
  }
  return undefined;
}

/** Less than this of a text is not worth its place. */
const LEAST = 40;

function proseBlock(kind: ProseBlock['kind'], text: string): SlackBlock {
  switch (kind) {
    case 'heading':
      return countCodePoints(text) <= LIMITS.header.max
        ? { type: 'header', text: plainText(text) }
        : richText(paragraph(text, { bold: true }));
    case 'text':
      return richText(paragraph(text));
    case 'quote':
      return richText({ type: 'rich_text_quote', elements: [{ type: 'text', text }] });
    case 'code':
      return richText({ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] });
    case 'note':
      return { type: 'context', elements: [plainText(text)] };
    default:
      return kind satisfies never;
  }
}
