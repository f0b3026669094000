import { stripLine } from './sanitise.ts';
import { takeCodeUnits, truncateCodePoints } from './truncate.ts';

/** A text that somebody gave, to be repeated in a message: on one line of at most `most` code points, in quotation marks. */
export function quoted(text: string, most = 40): string {
  return `“${truncateCodePoints(stripLine(takeCodeUnits(text, 4 * most)), most)}”`;
}
