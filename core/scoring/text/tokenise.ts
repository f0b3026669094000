import { overlaps, quotedSpans, type Span } from './spans.ts';

/** A word of a text as a reader meets it, and where it stands. */
export interface Word extends Span {
  /** Lower-case, in one Unicode form, with plain apostrophes: what words are compared by. */
  readonly plain: string;
}

/** Unicode's own rules of where a word ends, with a dictionary for scripts that put no spaces. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

export function plainWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

/** Every word of a text in its order. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({
      plain: plainWord(segment),
      start: index,
      end: index + segment.length,
    }));
}

/** The words that are the writer's own: those outside quotations. */
export function ownWords(text: string): readonly Word[] {
  const quotes = quotedSpans(text);
  let next = 0;
  return wordsOf(text).filter((word) => {
    // Both go up through the text, so that each quotation is passed once.
    while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next += 1;
    const quote = quotes[next];
    return quote === undefined || !overlaps(word, quote);
  });
}
