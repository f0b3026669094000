import Bottleneck from 'bottleneck';
import { retryWhenRateLimited } from './retry.ts';

/** Takes turns at a platform's edits: so many milliseconds apart, last edits first. */
export interface Pacer {
  /** Does `job` when its turn comes, and again after a wait where the platform asks for one. */
  turn(job: () => Promise<void>, final: boolean): Promise<void>;
}

/** Bottleneck's priorities: the lower goes first. */
const PRIORITY = { final: 1, other: 5 } as const;

/** One pacer serves all live messages of a platform, so that k of them each get a k-th of the pace. */
export function createPacer(editEveryMs: number): Pacer {
  const limiter = new Bottleneck({ maxConcurrent: 1, minTime: editEveryMs });
  return {
    turn: (job, final) =>
      limiter.schedule({ priority: final ? PRIORITY.final : PRIORITY.other }, () =>
        retryWhenRateLimited(job),
      ),
  };
}

/** A message that is to be kept current. */
export interface LiveMessage<State> {
  readonly states: AsyncIterable<State>;
  /** The key of what was posted at first, so that an edit which changes nothing is skipped. */
  readonly shown: string;
  /** Called only when its turn has come, with the latest state. */
  readonly draw: (state: State) => { readonly key: string; readonly edit: () => Promise<void> };
  readonly pacer: Pacer;
  readonly onError: (error: unknown) => void;
}

/** Tries of the last edit, which must not be lost. */
const FINAL_TRIES = 5;

/**
 * Keeps one message current until its states end: one edit under way at most, the latest state wins,
 * what changes nothing is skipped, and the last state is always shown. Never rejects.
 */
export async function keepCurrent<State>(live: LiveMessage<State>): Promise<void> {
  let latest: { readonly state: State } | undefined;
  let ended = false;
  let dirty = Promise.withResolvers<void>();
  const reading = read();
  let shown = live.shown;

  while (!ended) {
    await dirty.promise;
    dirty = Promise.withResolvers();
    // Once the states have ended, a turn that still queues is overtaken by the last edit.
    if (!ended) await Promise.race([edit(false), reading]);
  }
  await edit(true);

  async function read(): Promise<void> {
    try {
      for await (const state of live.states) {
        latest = { state };
        dirty.resolve();
      }
    } catch (error) {
      live.onError(error);
    }
    ended = true;
    dirty.resolve();
  }

  async function edit(final: boolean): Promise<void> {
    for (let tries = 1; tries <= (final ? FINAL_TRIES : 1); tries++) {
      try {
        await live.pacer.turn(async () => {
          if (!latest) return;
          const next = live.draw(latest.state);
          if (next.key === shown) return;
          await next.edit();
          shown = next.key;
        }, final);
        return;
      } catch (error) {
        live.onError(error);
      }
    }
  }
}
