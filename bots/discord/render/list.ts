import { isBlank } from '../../../core/text/characters.ts';
import { EMPTY_TEXT } from '../../../core/text/sanitise.ts';
import type { ListItem } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import { asCommand } from '../receive/names.ts';
import { inlineCode, literalLine, plainLabel } from './escape.ts';
import { type Part, stackParts, textPart } from './text-budget.ts';

/** Things to read or to try, one below the other. */
export function listPart(items: readonly ListItem[]): Part {
  return stackParts(items.map(itemPart));
}

/** `- **ask** One question, several characters.` and, below, the line to type. */
function itemPart(item: ListItem): Part {
  const label = isBlank(item.label) ? EMPTY_TEXT : plainLabel(item.label, LIMITS.text.max);
  const first = textPart(`${label} ${item.text}`, (text) => {
    const rest = literalLine(text.slice(label.length));
    return `- **${literalLine(text.slice(0, label.length))}**${rest && ` ${rest}`}`;
  });
  if (item.line === undefined) return first;
  return stackParts([first, textPart(item.line, (text) => `  ${inlineCode(asCommand(text))}`)]);
}
