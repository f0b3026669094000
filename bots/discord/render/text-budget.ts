import { plural } from '../../../core/text/plural.ts';
import { sanitiseBlock } from '../../../core/text/sanitise.ts';
import { ELLIPSIS, takeCodeUnits, truncateCodeUnits } from '../../../core/text/truncate.ts';
import { LIMITS } from '../limits.ts';

/**
 * Characters of a message's text budget that a text uses up. Discord counts both characters and bytes
 * over all displays; a text takes the larger of its two shares, so that one sum keeps both limits.
 */
export function cost(text: string): number {
  const bytes = Buffer.byteLength(text) + LIMITS.displayOverhead.max;
  return Math.max(text.length, Math.ceil((bytes * LIMITS.text.max) / LIMITS.textBytes.max));
}

/** Text that can be made to fit. Shortened text always shows that it is. */
export interface Part {
  /** Its cost when whole; `Infinity` where it is longer than any message. */
  readonly size: number;
  /** True where even the whole part leaves something of its source out. */
  readonly lossy: boolean;
  /** The part at a cost within `budget`, which must be at least `LEAST_BUDGET`. */
  fit(budget: number): string;
}

/** Every part can say something at this cost, if only that it was cut. */
export const LEAST_BUDGET = 60;

/** The largest of 0 to `max` for which `fits` holds, given that it holds for all numbers below it. */
function largest(max: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** More of a source than any message can show; the rest need not be looked at to know that it is cut. */
const SEEN = 5 * LIMITS.text.max;

/**
 * One text in its markup. `markup` receives it sanitised and perhaps shortened.
 * @param cap code units to which it is shortened in any case
 */
export function textPart(
  source: string,
  markup: (text: string) => string,
  cap = Number.POSITIVE_INFINITY,
): Part {
  const seen = takeCodeUnits(source, SEEN);
  const whole = sanitiseBlock(seen);
  const text = truncateCodeUnits(whole, cap);
  const size = text.length > LIMITS.text.max ? Number.POSITIVE_INFINITY : cost(markup(text));
  const cut = (length: number) => markup(takeCodeUnits(text, length).trimEnd() + ELLIPSIS);
  return {
    size,
    lossy: seen.length < source.length || text.length < whole.length,
    fit(budget) {
      if (size <= budget) return markup(text);
      const most = Math.min(text.length, budget);
      return cut(largest(most, (length) => cost(cut(length)) <= budget));
    },
  };
}

/** Whole lines in one block of markup, such as a code fence; what does not fit is counted in a last line. */
export function linesPart(lines: readonly string[], markup: (text: string) => string): Part {
  const whole = markup(lines.join('\n'));
  const size = cost(whole);
  const cut = (count: number) => {
    const more = `${ELLIPSIS} ${plural(lines.length - count, 'more line')}`;
    return markup([...lines.slice(0, count), more].join('\n'));
  };
  return {
    size,
    lossy: false,
    fit: (budget) =>
      size <= budget
        ? whole
        : cut(largest(lines.length - 1, (count) => cost(cut(count)) <= budget)),
  };
}

/** Parts under each other. They share the budget: the shortest stay whole, the longest are cut. */
export function stackParts(parts: readonly Part[], separator = '\n'): Part {
  const between = separator.length;
  const size = parts.reduce((sum, part) => sum + part.size + between, 0);
  const join = (shown: readonly Part[], budget: number): readonly string[] =>
    shareBudget(shown, budget - between * (shown.length - 1)).map(({ part, budget: own }) =>
      part.fit(own),
    );
  return {
    size,
    lossy: parts.some((part) => part.lossy),
    fit(budget) {
      if (least(parts, between) <= budget) return join(parts, budget).join(separator);
      const fits = (count: number) => least(parts.slice(0, count), between) <= budget - MORE;
      const shown = parts.slice(0, largest(parts.length - 1, fits));
      const more = `-# ${ELLIPSIS} ${parts.length - shown.length} more`;
      return [...join(shown, budget - MORE), more].join(separator);
    },
  };
}

/** Budget of the line that counts what is left out, and of the separator before it. */
const MORE = 25;

/** Cost of parts when each is cut as short as it can be. */
function least(parts: readonly Part[], between: number): number {
  return parts.reduce((sum, { size }) => sum + Math.min(size, LEAST_BUDGET) + between, -between);
}

/** Divides a budget between parts: whoever needs less than an even share leaves the rest to the others. */
export function shareBudget(
  parts: readonly Part[],
  budget: number,
): readonly { readonly part: Part; readonly budget: number }[] {
  const shares = new Map<Part, number>();
  let left = budget;
  const bySize = [...parts].sort((a, b) => (a.size < b.size ? -1 : 1));
  bySize.forEach((part, index) => {
    const even = Math.floor(left / (bySize.length - index));
    const given = Math.min(part.size, even);
    shares.set(part, given);
    left -= given;
  });
  return parts.map((part) => ({ part, budget: shares.get(part) ?? 0 }));
}
