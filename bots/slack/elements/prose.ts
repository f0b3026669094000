import type { Block } from '../../../core/views/view.ts';
import { paragraph, plainText, richText, type SlackBlock, sizeOf } from '../blocks.ts';
import { type Drawing, type Drawn, proseLimit } from '../drawing.ts';
import { LIMITS } from '../limits.ts';
import { cut, line, shown } from '../text.ts';

export type ProseBlock = Extract<Block, { kind: 'heading' | 'text' | 'quote' | 'code' | 'note' }>;

/** Headings, paragraphs, quotations, exact text and small print. */
export function drawProse(block: ProseBlock, drawing: Drawing): Drawn | undefined {
  const whole = block.kind === 'heading' ? line(block.text) : shown(block.text);
  const most = block.kind === 'note' ? LIMITS.contextText.max : Infinity;
  return fitting(whole, Math.min(most, proseLimit(drawing)), drawing.room, (text) =>
    proseBlock(block.kind, text),
  );
}

function proseBlock(kind: ProseBlock['kind'], text: string): SlackBlock {
  switch (kind) {
    case 'heading':
      return text === cut(text, LIMITS.header.max)
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

/** Less than this of a text is not worth its place. */
const LEAST = 40;

/** As much of a text as the limit and the room allow; undefined where that is next to nothing. */
export function fitting(
  whole: string,
  limit: number,
  room: number,
  draw: (text: string) => SlackBlock,
): Drawn | undefined {
  for (let most = Math.min(limit, room); most >= LEAST; most = Math.floor(most * 0.8)) {
    const text = cut(whole, most, ' …');
    const blocks = [draw(text)];
    if (sizeOf(blocks) <= room) return { blocks, cut: text !== whole };
  }
  return undefined;
}
