import type { Clock } from './clock.ts';

/** A provider that asked to be left alone for a while. */
export interface Gate {
  /** Of two pauses, the one that ends later counts. */
  close(ms: number): void;
  /** How long it stays closed, in milliseconds. */
  readonly closedMs: number;
  /** Whether it is worth the wait: a pause beyond patience is not waited out by anybody. */
  readonly holds: boolean;
  /** Rejects as soon as the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void>;
}

export function createGate(clock: Clock, patienceMs: () => number): Gate {
  let until = 0;
  const gate: Gate = {
    close: (ms) => {
      until = Math.max(until, clock.now() + ms);
    },
    get closedMs() {
      return Math.max(0, until - clock.now());
    },
    get holds() {
      return gate.closedMs > 0 && gate.closedMs <= patienceMs();
    },
    wait: async (signal) => {
      while (gate.holds) await clock.sleep(gate.closedMs, signal);
    },
  };
  return gate;
}
