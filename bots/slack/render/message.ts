import { altOf } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { excerpt } from '../../../core/text/excerpt.ts';
import { EMPTY_TEXT, sanitiseShown } from '../../../core/text/sanitise.ts';
import type { Attachment, Block, View } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { actionText, drawActions } from './actions.ts';
import { drawBlock } from './block.ts';
import { EMPTY, type Page, roomOn, withBlocks } from './block-budget.ts';
import { paragraph, plainText, richText, type SlackBlock } from './blocks.ts';
import type { Drawn, SlackPlace } from './drawing.ts';
import { escapeMarkup } from './escape.ts';
import { type BlockLevel, blockLevelsFrom, type FallbackLevel } from './fallback-levels.ts';
import { plain } from './plain-text.ts';

/** One message as it is sent. `files` hold what the blocks had no room for. */
export interface Payload {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly files: readonly Attachment[];
}

export interface RenderOptions {
  readonly level?: FallbackLevel;
  readonly place?: SlackPlace;
  /** By picture, the id of the file that shows it. */
  readonly images?: ReadonlyMap<Picture, string>;
}

/** Any view as a payload that Slack takes. Total: what has no room is in a file, and a note says so. */
export function render(view: View, options: RenderOptions = {}): Payload {
  const { level = 'native', place = 'channel', images = new Map() } = options;
  const note = `… the whole is ${WHERE[view.state === 'running' ? 'running' : place]}`;
  if (level === 'file') return asText(view, note);

  const actions = drawActions(view.actions, ACTIONS_ROOM);
  const closing: SlackBlock = { type: 'context', elements: [plainText(note)] };
  const body: SlackBlock[] = [];
  const unseen: Block[] = [];
  let page = withBlocks(EMPTY, [...actions.blocks, closing]) ?? EMPTY;
  for (const block of view.blocks) {
    const found = fitting(block, page, { level, place, images });
    if (!found || found.cut) unseen.push(block);
    if (!found) continue;
    body.push(...found.blocks);
    page = found.page;
  }
  const files = inFull([...unseen.map(plain), ...actions.left.map(actionText)]);
  if (files.length > 0) body.push(closing);
  if (body.length === 0) body.push(richText(paragraph(EMPTY_TEXT)));
  return { text: fallback(view), blocks: [...body, ...actions.blocks], files };
}

/** Buttons may not take the room of what they are about. */
const ACTIONS_ROOM = 4000;

const WHERE = {
  running: 'shown when it is done',
  channel: 'in the thread',
  thread: 'in the attached file',
  private: 'in a direct message to you',
} as const;

/** The block on the highest level where it is legal and has room. */
function fitting(
  block: Block,
  page: Page,
  options: { level: BlockLevel; place: SlackPlace; images: ReadonlyMap<Picture, string> },
): (Drawn & { readonly page: Page }) | undefined {
  for (const level of blockLevelsFrom(options.level)) {
    const drawn = drawBlock(block, { ...options, level, room: roomOn(page) });
    const after = drawn && withBlocks(page, drawn.blocks);
    if (after) return { ...drawn, page: after };
  }
  return undefined;
}

/** No blocks at all: what fits as plain text, and all of it as a file. */
function asText(view: View, note: string): Payload {
  const whole = [...view.blocks.map(plain), ...view.actions.map(actionText)].join('\n\n');
  const { text, cut } = escaped(whole, LIMITS.fallback.max - note.length - 2);
  return {
    text: cut ? `${text}\n\n${note}` : text,
    blocks: [],
    files: cut ? inFull([whole]) : [],
  };
}

/** Text for notifications and screen readers: the first things that the message says in words. */
function fallback(view: View): string {
  const words = view.blocks.map(spoken).filter((text) => text !== '');
  return escaped(words.slice(0, FALLBACK_BLOCKS).join('\n'), LIMITS.fallback.max).text;
}

const FALLBACK_BLOCKS = 3;

/** A picture is its description; columns and tables are for looking at. */
function spoken(block: Block): string {
  if (block.kind === 'columns' || block.kind === 'table') return '';
  return block.kind === 'picture' ? sanitiseShown(altOf(block.picture)) : plain(block);
}

/** Escaped, and cut to a length that holds after escaping; no entity is cut in half. */
function escaped(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  const read = excerpt(text.trim() || EMPTY_TEXT, most, escapeMarkup);
  if (!read.cut) return read;
  return { text: `${read.text.replace(/…$/, '').replace(/&[a-z]*$/, '')}…`, cut: true };
}

function inFull(parts: readonly string[]): readonly Attachment[] {
  if (parts.length === 0) return [];
  return [{ name: 'in-full.txt', mime: 'text/plain', content: `${parts.join('\n\n')}\n` }];
}
