import { sanitiseShown } from './sanitise.ts';
import { truncateCodePoints } from './truncate.ts';

export interface Excerpt {
  readonly text: string;
  /** Something of the source is missing. */
  readonly cut: boolean;
}

/** A text as `read` shows it, truncated to `most` code points. */
export function excerpt(
  source: string,
  most: number,
  read: (text: string) => string = sanitiseShown,
): Excerpt {
  // What is far from the cut is not even read: a model may have sent megabytes.
  const near = source.length > 4 * most ? source.slice(0, 4 * most) : source;
  const whole = read(near);
  const text = truncateCodePoints(whole, most);
  return { text, cut: text !== whole || near !== source };
}
