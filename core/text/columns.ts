import { createRequire } from 'node:module';
import { truncateMeasured } from './truncate.ts';

/** Letters, marks and lines that take one column each whatever stands beside them: nearly all that is printed. */
const NARROW = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u259f]*$/;

const require = createRequire(import.meta.url);
let stringWidth: ((text: string) => number) | undefined;

/** Columns of a monospace face: wide characters take two, combining ones none. */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  // Only now: its tables of all scripts take longer to set up than all else that `help` does.
  stringWidth ??= (require('string-width') as typeof import('string-width')).default;
  return stringWidth(text);
}

/** At most `width` columns; longer texts end with an ellipsis. */
export function truncateColumns(text: string, width: number): string {
  return truncateMeasured(text, width, columnsOf);
}

/** Filled up with spaces to `width` columns. @param align where the text stands */
export function padColumns(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return align === 'left' ? text + spaces : spaces + text;
}
