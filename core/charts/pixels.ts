import { columnsOf } from '../text/columns.ts';
import { graphemesOf, type Measure } from '../text/truncate.ts';

/** Pixels that a text takes in a sans-serif face of this size: a guess on the wide side, since nobody knows the reader's face. */
export function pixels(size: number): Measure {
  return (text) => {
    let sum = 0;
    for (const letter of graphemesOf(text)) sum += size * widthOf(letter);
    return sum;
  };
}

/** Width of a letter as a share of the size of its face. */
function widthOf(letter: string): number {
  if (/^[ iljtfrI.,:;!|'()[\]/-]/.test(letter)) return 0.38;
  if (/^[mwMW@%]/.test(letter)) return 0.92;
  if (/^[A-Z&…]/.test(letter)) return 0.7;
  return columnsOf(letter) > 1 ? 1.1 : 0.58;
}

/** The direction that a text is read in, by its first letter that has one. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(first) ? 'rtl' : 'ltr';
}
