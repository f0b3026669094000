import type { Clock } from './clock.ts';

/** A provider that asked to be left alone for a while. */
export interface Cooldown {
  /** Of two pauses, the one that ends later counts. */
  close(ms: number): void;
  /** How long it stays closed, in milliseconds. */
  readonly closedMs: number;
  /** Whether it is worth the wait: a pause beyond patience is not waited out by anybody. */
  readonly holds: boolean;
  /** Rejects as soon as the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void>;
}

export function createCooldown(clock: Clock, patienceMs: () => number): Cooldown {
  let until = 0;
  const cooldown: Cooldown = {
    close: (ms) => {
      until = Math.max(until, clock.now() + ms);
    },
    get closedMs() {
      return Math.max(0, until - clock.now());
    },
    get holds() {
      return cooldown.closedMs > 0 && cooldown.closedMs <= patienceMs();
    },
    wait: async (signal) => {
      while (cooldown.holds) await clock.sleep(cooldown.closedMs, signal);
    },
  };
  return cooldown;
}
