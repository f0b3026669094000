import { sanitiseShownLine } from '../../../core/text/sanitise.ts';
import { truncateCodePoints } from '../../../core/text/truncate.ts';

/**
 * Escaped for Slack's own markup, where nothing but this can make a mention or a link:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text as somebody typed it, from what Slack made of it: `<@U1|ada>`, `<https://a.b|a.b>` and the three
 * entities are undone. Quotes and dashes stay as they are, since the command line reads every kind.
 */
export function unescapeMarkup(text: string): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label) => {
      const name: string = label || target.replace(/^(subteam|date)\^/, '');
      if (sign === '@' || sign === '#') return `${sign}${name.replace(/^[@#]/, '')}`;
      if (sign === '!') return name.startsWith('@') || label ? name : `@${name}`;
      return name;
    })
    .replace(/&(lt|gt|amp);/g, (_, name: string) =>
      name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
    )
    .trim();
}

/** A sanitised text on one line of at most `max` code points, for a label in which no markup is read. */
export function plainLabel(text: string, max: number): string {
  return truncateCodePoints(sanitiseShownLine(text), max);
}
