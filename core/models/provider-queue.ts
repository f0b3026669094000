import PQueue, { type QueueAddOptions } from 'p-queue';
import { createAlarm } from './alarm.ts';
import type { Clock } from './clock.ts';
import { createCooldown } from './cooldown.ts';
import { fairQueue } from './fair-queue.ts';
import { fairQueueClass, type QueuedJob } from './fair-queue-class.ts';
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

/** Who a job is from decides when it starts. */
export interface OwnedOptions extends QueueAddOptions {
  readonly owner: string;
}

/**
 * Concurrency is PQueue's, and fairness that of the queue it is given. What a minute allows, and a
 * pause that the provider asked for, open and close it: each start can use up the last of a minute.
 */
export function createProviderQueue(options: ProviderQueueOptions): ProviderQueue {
  const { limits, patienceMs, clock } = options;
  const waiting = fairQueue<QueuedJob>();
  const queue = new PQueue<InstanceType<ReturnType<typeof fairQueueClass>>, OwnedOptions>({
    queueClass: fairQueueClass(waiting),
    concurrency: limits().concurrency,
  });
  const cooldown = createCooldown(clock, patienceMs);
  const requests = slidingWindow(clock.now);
  const tokens = slidingWindow(clock.now);
  const alarm = createAlarm(clock);

  const waitMs = (): number => {
    const { requestsPerMinute, tokensPerMinute } = limits();
    return Math.max(
      cooldown.waitMs,
      requests.waitMs(requestsPerMinute),
      tokens.waitMs(tokensPerMinute),
    );
  };

  /** Opens or closes the queue as the limits have it now; closed, it is looked at again in time. */
  const regulate = (): void => {
    if (waitMs() > 0) queue.pause();
    else queue.start();
    // Either may start jobs, each of which regulates in its turn.
    const { concurrency } = limits();
    if (queue.concurrency !== concurrency) queue.concurrency = concurrency;
    // Nobody waits, nobody is to be woken: no timer outlives the last job.
    if (queue.isPaused && waiting.size > 0) alarm.set(waitMs(), regulate);
    else alarm.clear();
  };

  return {
    run: async (job, work) => {
      job.signal?.throwIfAborted();
      regulate();
      const start = async () => {
        requests.spend(1);
        const correct = tokens.spend(job.tokens);
        regulate();
        const turn: Turn = {
          again: async () => {
            await cooldown.wait(job.signal);
            requests.spend(1);
            regulate();
          },
          took: (amount) => {
            correct(amount);
            regulate();
          },
        };
        try {
          return await work(turn);
        } finally {
          waiting.done(job.owner);
          regulate();
        }
      };
      const signal = job.signal && { signal: job.signal };
      const result = queue.add(start, { owner: job.owner, ...signal });
      regulate();
      try {
        return await result;
      } finally {
        // Aborted while it waited, it may have been the last.
        if (job.signal?.aborted) regulate();
      }
    },
    pause: (ms) => {
      cooldown.extend(ms);
      regulate();
    },
    get pausedMs() {
      return cooldown.leftMs;
    },
  };
}
