/** A stretch of a text, from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of somebody else: in double quotation marks within a line, in guillemets, or after “>”. */
const QUOTED = /"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|^[ \t]*>.*$/gm;

/** Spans in which a text quotes somebody. Linear in its length. */
export function quotedSpans(text: string): readonly Span[] {
  return spansOf(QUOTED, text);
}

/** Spans that a pattern matches; empty matches are left out. */
export function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => match[0].length > 0)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many words a reader meets from the end of the one to the start of the other; 1 for neighbours. */
export function wordsApart(text: string, a: Span, b: Span): number {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start);
  return (between.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0) + 1;
}

/** About `margin` characters on both sides, cut at spaces. */
export function around(text: string, span: Span, margin = 40): string {
  const from = text.lastIndexOf(' ', Math.max(0, span.start - margin)) + 1;
  const space = text.indexOf(' ', Math.min(text.length, span.end + margin));
  return text.slice(from, space < 0 ? text.length : space).trim();
}
