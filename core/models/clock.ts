import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, so that tests need not wait for the one or hope for the other. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1). */
  random(): number;
}

/** Timers hold 31 bits; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    try {
      await delay(Math.min(ms, LONGEST_MS), undefined, signal && { signal });
    } catch {
      signal?.throwIfAborted();
    }
  },
};
