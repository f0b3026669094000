import type { Clock } from './clock.ts';
import type { Failure } from './failure.ts';

/** The first wait is up to this long, the next up to twice as long, and so on up to the longest. */
const BASE_MS = 500;
const LONGEST_MS = 20_000;

/**
 * How long to wait after a failed attempt: “full jitter”, so that calls which failed together do not
 * come back together (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). Where the
 * provider named a time, never less than that.
 * @param attempt the number of the attempt that failed, from 1.
 */
export function backoffMs(attempt: number, failure: Failure, clock: Clock): number {
  if (failure.waitMs !== undefined) return failure.waitMs + clock.random() * BASE_MS;
  return clock.random() * Math.min(LONGEST_MS, BASE_MS * 2 ** (attempt - 1));
}
