import { columnsOf, padColumns } from '../text/columns.ts';
import { graphemesOf, type Measure, truncateMeasured } from '../text/truncate.ts';
import { wrapTruncated } from '../text/wrap.ts';

export {
  sanitisePicture as safe,
  sanitisePictureLine as safeLine,
} from '../text/sanitise-picture.ts';
export type { Measure };

/** At most `width` of a measure, by default columns of a terminal; `…` marks a cut. */
export function cut(text: string, width: number, measure: Measure = columnsOf): string {
  return truncateMeasured(text, width, measure);
}

/** At most `most` lines, broken between words where possible; the last one is cut. */
export function wrap(
  text: string,
  width: number,
  most: number,
  measure: Measure = columnsOf,
): readonly string[] {
  return wrapTruncated(text, width, most, measure);
}

/** Pixels that a text takes in a sans-serif face of this size: a guess on the wide side, since nobody knows the reader's face. */
export function pixels(size: number): Measure {
  return (text) => {
    let sum = 0;
    for (const letter of graphemesOf(text)) sum += size * share(letter);
    return sum;
  };
}

function share(letter: string): number {
  if (/^[ iljtfrI.,:;!|'()[\]/-]/.test(letter)) return 0.38;
  if (/^[mwMW@%]/.test(letter)) return 0.92;
  if (/^[A-Z&…]/.test(letter)) return 0.7;
  return columnsOf(letter) > 1 ? 1.1 : 0.58;
}

/** Padded with spaces on one side to `width` columns. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  return padColumns(text, width, side === 'left' ? 'right' : 'left');
}

/** The direction that a text is read in, by its first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(first) ? 'rtl' : 'ltr';
}
