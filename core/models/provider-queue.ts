import Bottleneck from 'bottleneck';
import type { Clock } from './clock.ts';
import { createCooldown } from './cooldown.ts';
import { fairQueue } from './fair-queue.ts';
import { slidingWindow } from './sliding-window.ts';
import type { ProviderLimits } from './types.ts';

export interface Job {
  readonly owner: string;
  /** How many tokens it will take, guessed. */
  readonly tokens: number;
  readonly signal?: AbortSignal | undefined;
}

/** A job's place among those under way. */
export interface Turn {
  /** To be awaited before a repeat: waits out a pause, unless aborted, and counts as a request. */
  again(): Promise<void>;
  /** Puts the guess right, once the provider has said what it took. */
  took(tokens: number): void;
}

/** The way to one provider: everything that is asked of it goes through here. */
export interface ProviderQueue {
  /** Runs `work` when its turn comes. Aborted before that, it rejects at once and never runs. */
  run<T>(job: Job, work: (turn: Turn) => Promise<T>): Promise<T>;
  /** Starts nothing for so long. A pause longer than patience is not waited out: see `pausedMs`. */
  pause(ms: number): void;
  /** How long the pause lasts still, in milliseconds. */
  readonly pausedMs: number;
}

export interface ProviderQueueOptions {
  /** Read anew at each turn, since the configuration is reloaded. */
  readonly limits: () => ProviderLimits;
  readonly patienceMs: () => number;
  readonly clock: Clock;
}

interface Waiting {
  readonly job: Job;
  start(turn: Turn): Promise<void>;
}

/**
 * Bottleneck serves first come, first served. So what it queues are tickets without a name: who goes
 * is decided when a ticket comes up, and there are never more of them than could run at once.
 */
export function createProviderQueue({
  limits,
  patienceMs,
  clock,
}: ProviderQueueOptions): ProviderQueue {
  const queue = fairQueue<Waiting>();
  const slots = new Bottleneck();
  const words = new Bottleneck();
  const requests = slidingWindow(slots, clock.now);
  const tokens = slidingWindow(words, clock.now);
  const cooldown = createCooldown(clock, patienceMs);
  let concurrency: number | undefined;
  let tickets = 0;
  let watching = false;
  /** Aborted when nobody waits any more, so that no timer outlives the last job. */
  let waiting = new AbortController();

  const adopt = (now: ProviderLimits) => {
    if (now.concurrency !== concurrency) {
      concurrency = now.concurrency;
      void slots.updateSettings({ maxConcurrent: concurrency });
    }
    requests.setLimit(now.requestsPerMinute);
    tokens.setLimit(now.tokensPerMinute);
    requests.expire();
    tokens.expire();
  };

  const pump = () => {
    const now = limits();
    adopt(now);
    while (tickets < Math.min(queue.size, now.concurrency)) {
      tickets++;
      const limited = now.tokensPerMinute !== undefined;
      void slots.schedule(() => (limited ? words.schedule(() => ticket(1)) : ticket(0)));
    }
    void watch();
  };

  /** @param taken how many tokens Bottleneck took for the ticket. */
  const ticket = async (taken: number) => {
    while (queue.size > 0 && cooldown.holds) await cooldown.wait(waiting.signal).catch(() => {});
    tickets--;
    const next = queue.take();
    if (next === undefined) {
      requests.refund(1);
      tokens.refund(taken);
      return;
    }
    const { job, start } = next.item;
    requests.spend(1, 1);
    const took = tokens.spend(job.tokens, taken);
    pump();
    const again = async () => {
      await cooldown.wait(job.signal);
      requests.spend(1, 0);
    };
    await start({ again, took });
    queue.done(next.owner);
    pump();
  };

  /** While somebody waits, looks again as soon as a minute's budget has something to give back. */
  const watch = async () => {
    const ms = Math.min(requests.nextMs() ?? Infinity, tokens.nextMs() ?? Infinity);
    if (watching || queue.size === 0 || ms === Infinity) return;
    watching = true;
    await clock.sleep(Math.max(0, ms), waiting.signal).catch(() => {});
    watching = false;
    pump();
  };

  return {
    run: (job, work) =>
      new Promise((resolve, reject) => {
        job.signal?.throwIfAborted();
        const cancel = () => {
          withdraw();
          if (queue.size === 0) {
            waiting.abort();
            waiting = new AbortController();
          }
          reject(job.signal?.reason);
        };
        const withdraw = queue.push(job.owner, {
          job,
          start: (turn) => {
            job.signal?.removeEventListener('abort', cancel);
            return work(turn).then(resolve, reject);
          },
        });
        job.signal?.addEventListener('abort', cancel, { once: true });
        pump();
      }),
    pause: cooldown.close,
    get pausedMs() {
      return cooldown.closedMs;
    },
  };
}
