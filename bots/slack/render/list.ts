import type { RichTextSection, SectionBlock } from '@slack/types';
import { sanitiseBlock, sanitiseShown, sanitiseShownLine } from '../../../core/text/sanitise.ts';
import { countCodePoints } from '../../../core/text/truncate.ts';
import { itemText, NO_ITEMS } from '../../../core/views/plain-text.ts';
import type { ListItem } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { asCommand, NAMES } from '../receive/names.ts';
import { paragraph, plainText, richText, type SlackBlock } from './blocks.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { plainLabel } from './escape.ts';

/** Longer lists have no buttons: a line each that can be copied. */
const MOST_BUTTONS = 12;

/** Things to read or to try: a command line has a button that runs it, and stands there to be copied. */
export function drawList(items: readonly ListItem[], drawing: Drawing): Drawn | undefined {
  const wide = items.some((item) => item.line) && items.length <= MOST_BUTTONS;
  if (!wide || drawing.level === 'text') return { blocks: [asBullets(items)], cut: false };
  const sections = items.map(asSection);
  if (sections.some((section) => section === undefined)) return undefined;
  return { blocks: sections.filter((section) => section !== undefined), cut: false };
}

function asSection(item: ListItem, index: number): SectionBlock | undefined {
  const text = itemText(item, { typed: asCommand });
  const value = item.line ?? '';
  if (
    countCodePoints(text) > LIMITS.sectionText.max ||
    countCodePoints(value) > LIMITS.buttonValue.max
  ) {
    return undefined;
  }
  const section = { type: 'section' as const, text: plainText(text) };
  if (value.trim() === '') return section;
  return {
    ...section,
    accessory: {
      type: 'button',
      action_id: `${NAMES.run}item:${index}`,
      text: plainText(plainLabel(item.label, LIMITS.buttonText.max)),
      value: value.toWellFormed(),
    },
  };
}

function asBullets(items: readonly ListItem[]): SlackBlock {
  if (items.length === 0) return richText(paragraph(NO_ITEMS));
  const elements = items.map(
    ({ label, text, line: command }): RichTextSection => ({
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: sanitiseShownLine(label), style: { bold: true } },
        ...(text === '' ? [] : [{ type: 'text' as const, text: ` ${sanitiseShown(text)}` }]),
        ...(command ? [code(`\n${asCommand(sanitiseBlock(command))}`)] : []),
      ],
    }),
  );
  return richText({ type: 'rich_text_list', style: 'bullet', elements });
}

function code(text: string) {
  return { type: 'text' as const, text, style: { code: true } };
}
