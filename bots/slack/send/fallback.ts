import { below, type Rung } from '../render/fallback-levels.ts';
import { isRejection } from './api-error.ts';

/**
 * Sends something at a rung, and one rung further down each time that Slack does not take it.
 * Returns the rung at which it did, with what came back. @throws whatever is no rejection.
 */
export async function descend<T>(
  from: Rung,
  send: (rung: Rung) => Promise<T>,
): Promise<{ readonly rung: Rung; readonly result: T }> {
  let rung = from;
  for (;;) {
    try {
      return { rung, result: await send(rung) };
    } catch (error) {
      const next = below(rung);
      if (!next || !isRejection(error)) throw error;
      rung = next;
    }
  }
}
