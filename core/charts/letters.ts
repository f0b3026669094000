import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** More marks than this on one letter only serve to smear over the neighbours. */
const EXCESS_MARKS = /(\p{M}{3})\p{M}+/gu;
/** Reorders or hides text: embeddings, overrides, isolates, interlinear marks, the byte order mark. */
const TRICKS = /[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF\u00AD]/gu;
const CONTROLS = /(?!\n)[\p{Cc}\p{Co}]/gu;

/** Text from outside, made harmless for a picture; line breaks stay. @param most code units that are looked at */
export function safe(text: string, most = 4000): string {
  return text
    .slice(0, most)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, '')
    .replaceAll(TRICKS, '')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(EXCESS_MARKS, '$1')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim();
}

/** As `safe`, on one line. */
export const safeLine = (text: string): string => safe(text, 500).replaceAll(/\s+/g, ' ');

/** How much room a text takes, in the unit of the widths that go with it. */
export type Measure = (text: string) => number;

/** At most `width` of a measure, by default columns of a terminal; `…` marks a cut. */
export function cut(text: string, width: number, measure: Measure = stringWidth): string {
  if (measure(text) <= width) return text;
  const kept = fitting(text, width - measure('…'), measure).trimEnd();
  return kept === '' && width < measure('…') ? '' : `${kept}…`;
}

/** At most `most` lines, broken between words where possible; the last one is cut. */
export function wrap(
  text: string,
  width: number,
  most: number,
  measure: Measure = stringWidth,
): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < most - 1 && measure(rest) > width) {
    const head = fitting(rest, width, measure);
    const space = rest[head.length] === ' ' ? head.length : head.lastIndexOf(' ');
    const taken = space > head.length / 3 ? head.slice(0, space) : head;
    if (taken === '') break;
    lines.push(taken);
    rest = rest.slice(taken.length).trimStart();
  }
  return [...lines, cut(rest, width, measure)];
}

/** As many whole letters from the start as go into the width. */
function fitting(text: string, width: number, measure: Measure): string {
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += measure(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}

/** Pixels that a text takes in a sans-serif face of this size: a guess on the wide side, since nobody knows the reader's face. */
export function pixels(size: number): Measure {
  return (text) =>
    [...graphemes.segment(text)].reduce((sum, { segment }) => sum + size * share(segment), 0);
}

function share(letter: string): number {
  if (/^[ iljtfrI.,:;!|'()[\]/-]/.test(letter)) return 0.38;
  if (/^[mwMW@%]/.test(letter)) return 0.92;
  if (/^[A-Z&…]/.test(letter)) return 0.7;
  return stringWidth(letter) > 1 ? 1.1 : 0.58;
}

/** Padded with spaces on one side to `width` columns. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'left' ? spaces + text : text + spaces;
}

/** The direction that a text is read in, by its first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(first) ? 'rtl' : 'ltr';
}
