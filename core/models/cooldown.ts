import type { Clock } from './clock.ts';

/** The time for which a provider asked to be left alone. */
export interface Cooldown {
  /** Of two times, the one that ends later counts. */
  extend(ms: number): void;
  /** How long it lasts still, in milliseconds. */
  readonly leftMs: number;
  /** How long of it is waited out: one beyond patience is not waited out by anybody. */
  readonly waitMs: number;
  /** Waits it out. Rejects as soon as the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void>;
}

export function createCooldown(clock: Clock, patienceMs: () => number): Cooldown {
  let until = 0;
  const cooldown: Cooldown = {
    extend: (ms) => {
      until = Math.max(until, clock.now() + ms);
    },
    get leftMs() {
      return Math.max(0, until - clock.now());
    },
    get waitMs() {
      return cooldown.leftMs <= patienceMs() ? cooldown.leftMs : 0;
    },
    wait: async (signal) => {
      while (cooldown.waitMs > 0) await clock.sleep(cooldown.waitMs, signal);
    },
  };
  return cooldown;
}
