import { setImmediate } from 'node:timers/promises';

/** The slices of a list, with a turn of the event loop between one and the next, so that others are served. */
export async function* slices<T>(list: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) {
    if (from > 0) await setImmediate();
    yield list.slice(from, from + size);
  }
}
