import stringWidth from 'string-width';
import { truncateMeasured } from './truncate.ts';

/** Columns of a monospace face: wide characters take two, combining ones none. */
export function columnsOf(text: string): number {
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
