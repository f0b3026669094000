import { setImmediate } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop that nobody else here has: several who work in slices at the same time
 * would otherwise do all their slices of one turn in a row.
 */
export function nextTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}

/** Values that are made one by one, each in a turn of its own. */
export async function inTurns<T>(made: Iterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (const one of made) {
    all.push(one);
    await nextTurn();
  }
  return all;
}

/** The slices of a list, each but the first in a turn of its own, so that everything else is served in between. */
export async function* slices<T>(list: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) {
    if (from > 0) await nextTurn();
    yield list.slice(from, from + size);
  }
}
