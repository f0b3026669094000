import { LIMITS } from '../limits.ts';
import { clean } from './escape.ts';

/**
 * What a text takes of a message's room, in characters. Discord counts both characters and bytes over
 * all displays; a text takes the larger of its two shares, so that one sum keeps both limits.
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
  /** The part within `room`, which must be at least `LEAST_ROOM`. */
  fit(room: number): string;
}

/** Every part can say something in this room, if only that it was cut. */
export const LEAST_ROOM = 60;
export const ELLIPSIS = '…';

/** The first `length` UTF-16 units, or one fewer where that would split a character. */
export function head(text: string, length: number): string {
  if (text.length <= length) return text;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, splits ? length - 1 : length);
}

/** At most `max` UTF-16 units, with an ellipsis where something was cut. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : head(text, max - 1).trimEnd() + ELLIPSIS;
}

/** Cleaned text on one line of at most `max` UTF-16 units, for a label. */
export function oneLine(text: string, max: number): string {
  const seen = head(text, 8 * max);
  const line = clean(seen).replace(/\s+/g, ' ').trim();
  return clip(seen.length < text.length ? line + ELLIPSIS : line, max);
}

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
 * One text in its markup. `dress` receives it cleaned and perhaps shortened.
 * `cap` shortens it in any case, to so many characters.
 */
export function leaf(source: string, dress: (text: string) => string, cap = Infinity): Part {
  const seen = head(source, SEEN);
  const whole = clean(seen);
  const text = clip(whole, cap);
  const size = text.length > LIMITS.text.max ? Infinity : cost(dress(text));
  const cut = (length: number) => dress(head(text, length).trimEnd() + ELLIPSIS);
  return {
    size,
    lossy: seen.length < source.length || text.length < whole.length,
    fit(room) {
      if (size <= room) return dress(text);
      const most = Math.min(text.length, room);
      return cut(largest(most, (length) => cost(cut(length)) <= room));
    },
  };
}

/** Whole lines in one block of markup, such as a code fence; what does not fit is counted in a last line. */
export function lines(all: readonly string[], dress: (text: string) => string): Part {
  const whole = dress(all.join('\n'));
  const size = cost(whole);
  const cut = (count: number) => {
    const rest = all.length - count;
    const more = `${ELLIPSIS} ${rest} more ${rest === 1 ? 'line' : 'lines'}`;
    return dress([...all.slice(0, count), more].join('\n'));
  };
  return {
    size,
    lossy: false,
    fit: (room) =>
      size <= room ? whole : cut(largest(all.length - 1, (count) => cost(cut(count)) <= room)),
  };
}

/** Parts under each other. They share the room: the shortest stay whole, the longest are cut. */
export function stack(parts: readonly Part[], separator = '\n'): Part {
  const between = separator.length;
  const size = parts.reduce((sum, part) => sum + part.size + between, 0);
  const join = (shown: readonly Part[], room: number): readonly string[] =>
    share(shown, room - between * (shown.length - 1)).map(({ part, room }) => part.fit(room));
  return {
    size,
    lossy: parts.some((part) => part.lossy),
    fit(room) {
      if (least(parts, between) <= room) return join(parts, room).join(separator);
      const fits = (count: number) => least(parts.slice(0, count), between) <= room - MORE;
      const shown = parts.slice(0, largest(parts.length - 1, fits));
      const more = `-# ${ELLIPSIS} ${parts.length - shown.length} more`;
      return [...join(shown, room - MORE), more].join(separator);
    },
  };
}

/** Room for the line that counts what is left out, and for the separator before it. */
const MORE = 25;

/** What parts need when each is cut as short as it can be. */
function least(parts: readonly Part[], between: number): number {
  return parts.reduce((sum, { size }) => sum + Math.min(size, LEAST_ROOM) + between, -between);
}

/** Divides room between parts: whoever needs less than an even share leaves the rest to the others. */
export function share(
  parts: readonly Part[],
  room: number,
): readonly { readonly part: Part; readonly room: number }[] {
  const rooms = new Map<Part, number>();
  let left = room;
  const bySize = [...parts].sort((a, b) => (a.size < b.size ? -1 : 1));
  bySize.forEach((part, index) => {
    const even = Math.floor(left / (bySize.length - index));
    const given = Math.min(part.size, even);
    rooms.set(part, given);
    left -= given;
  });
  return parts.map((part) => ({ part, room: rooms.get(part) ?? 0 }));
}
