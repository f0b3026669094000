import { RateLimited } from './platform.ts';

/** A platform that says “wait” this often in a row is not going to take it. */
const TRIES = 20;

/** Does a job again each time that the platform said to wait, after the wait. */
export async function retryWhenRateLimited<T>(job: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof RateLimited) || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs));
    }
  }
}
