/** Stands for what was cut, and counts to the length that was asked for. */
export const ELLIPSIS = '…';

let segmenter: Intl.Segmenter | undefined;

/** Made when a text is first cut: it loads the tables of all scripts, which most commands never need. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}

/** Number of Unicode code points, which is what Slack counts. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** At most `max` code points: where a text is longer, its beginning and then `mark`. */
export function truncateCodePoints(text: string, max: number, mark = ELLIPSIS): string {
  if (text.length <= max || codePointIndex(text, max) === text.length) return text;
  const room = max - countCodePoints(mark);
  if (room <= 0) return mark.slice(0, codePointIndex(mark, max));
  return ended(takeWhole(text, codePointIndex(text, room)), mark);
}

/** At most `max` UTF-16 code units, which is what Discord counts; longer texts end with `mark`. */
export function truncateCodeUnits(text: string, max: number, mark = ELLIPSIS): string {
  return text.length <= max ? text : ended(takeCodeUnits(text, max - mark.length), mark);
}

/** At most `max` bytes of UTF-8; longer texts end with `mark`. */
export function truncateBytes(text: string, max: number, mark = ELLIPSIS): string {
  // A code unit is at most three bytes, and at least one.
  if (3 * text.length <= max || Buffer.byteLength(text) <= max) return text;
  const room = max - Buffer.byteLength(mark);
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, room)));
  return room < 0 ? '' : ended(takeWhole(text, read), mark);
}

/** The first `count` code units, or fewer where that would cut a character that is seen as one. */
export function takeCodeUnits(text: string, count: number): string {
  return count >= text.length ? text : takeWhole(text, Math.max(0, count));
}

/** At most `max` code units: where a text is longer, `mark` and then its end. */
export function truncateStart(text: string, max: number, mark = ELLIPSIS): string {
  if (text.length <= max) return text;
  const index = text.length - max + mark.length;
  const { start, end } = graphemeAt(text, index);
  return mark + text.slice(start < index ? end : index);
}

/** Room that a text takes, in the unit of the widths that go with it, such as columns or pixels. */
export type Measure = (text: string) => number;

/** At most `width` of a measure; longer texts end with an ellipsis, unless not even that has room. */
export function truncateMeasured(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let left = width - measure(ELLIPSIS);
  if (left < 0) return '';
  let kept = '';
  for (const segment of graphemesOf(text)) {
    left -= measure(segment);
    if (left < 0) break;
    kept += segment;
  }
  return ended(kept, ELLIPSIS);
}

/** The characters of a text as a reader sees them: letters with their marks, joined emoji. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of graphemes().segment(text)) yield segment;
}

const ended = (kept: string, mark: string): string => kept.trimEnd() + mark;

/** Index of the code unit behind the first `count` code points, or the end. */
function codePointIndex(text: string, count: number): number {
  if (count >= text.length) return text.length;
  let index = 0;
  for (let points = 0; points < count && index < text.length; points++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Code units around a cut that are looked at; a longer grapheme is no letter of any script. */
const REACH = 64;

/** Begin and end of the grapheme that an index is in, as far as they are within reach. */
function graphemeAt(text: string, index: number): { readonly start: number; readonly end: number } {
  const from = Math.max(0, index - REACH);
  const found = graphemes()
    .segment(text.slice(from, index + REACH))
    .containing(index - from);
  const start = from + (found?.index ?? index - from);
  return { start, end: start + (found?.segment.length ?? 0) };
}

/** The text before an index, without the beginning of a grapheme that the index would cut in two. */
function takeWhole(text: string, index: number): string {
  // Between two letters of ASCII nothing is cut.
  if (/^[ -~]{2}$/.test(text.slice(index - 1, index + 1))) return text.slice(0, index);
  const { start } = graphemeAt(text, index);
  if (start > Math.max(0, index - REACH)) return text.slice(0, start);
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(index - 1));
  return text.slice(0, splitsPair ? index - 1 : index);
}
