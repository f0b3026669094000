/** Lengths here are in Unicode code points, which is what Slack counts. */

/** How many code points a text has. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `count` code points of a text. */
export function take(text: string, count: number): string {
  if (text.length <= count) return text;
  let taken = 0;
  let units = 0;
  for (const point of text) {
    if (taken === count) break;
    taken += 1;
    units += point.length;
  }
  return text.slice(0, units);
}

/** A text of at most `max` code points: where it is longer, its beginning and then `mark`. */
export function cut(text: string, max: number, mark = '…'): string {
  if (text.length <= max || lengthOf(text) <= max) return text;
  const room = max - lengthOf(mark);
  return room > 0 ? take(text, room).trimEnd() + mark : take(mark, max);
}

const LINE_ENDS = /\r\n|[\r\u000B\u000C\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F]/g;
/** C1 controls, and the marks that reorder what stands beside them. */
const REORDERING = /[\u0080-\u009F\u061C\u202A-\u202E\u2066-\u2069]/g;
/** More marks on one letter than any script needs, so that none runs over the lines beside it. */
const STACKED = /(\p{M}{8})\p{M}+/gu;

/**
 * Text that nothing can be hidden in: controls show as their pictures (␛), what would reorder the
 * line shows as �, line ends are \n, and every code point is whole. Its length never grows.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, picture)
    .replace(REORDERING, '\uFFFD')
    .replace(STACKED, '$1');
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

/** Letters and blanks that show nothing, beside white space, controls and marks. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Cleaned text for a reader, or “(empty)” where there would be nothing to see. */
export function shown(text: string): string {
  return VISIBLE.test(text) ? clean(text) : '(empty)';
}

/** As `shown`, on one line. */
export function line(text: string): string {
  return shown(text).replace(/\s+/g, ' ').trim();
}

/** A text read for showing and cut to `most` code points, and whether that lost any of it. */
export function excerpt(
  text: string,
  most: number,
  read: (text: string) => string = shown,
): { readonly text: string; readonly cut: boolean } {
  // What is far beyond the cut is not even read: a model may have sent megabytes.
  const near = text.length > 4 * most ? text.slice(0, 4 * most) : text;
  const whole = read(near);
  const kept = cut(whole, most);
  return { text: kept, cut: kept !== whole || near !== text };
}

/**
 * Escaped for Slack's own markup, where nothing but this can make a mention or a link:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What somebody typed, from what Slack made of it: `<@U1|ada>`, `<https://a.b|a.b>` and the three
 * entities are undone. Quotes and dashes stay as they are, since the command line reads every kind.
 */
export function asTyped(text: string): string {
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
