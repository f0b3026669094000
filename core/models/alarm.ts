import type { Clock } from './clock.ts';

/** One timer at a time that calls back once. */
export interface Alarm {
  /** While one is set a later one changes nothing: whoever is woken too early sets it again. */
  set(ms: number, ring: () => void): void;
  clear(): void;
}

export function createAlarm(clock: Clock): Alarm {
  let under: AbortController | undefined;
  return {
    set: (ms, ring) => {
      if (under) return;
      const timer = new AbortController();
      under = timer;
      const over = () => {
        if (timer.signal.aborted) return;
        under = undefined;
        ring();
      };
      clock.sleep(ms, timer.signal).then(over, () => {});
    },
    clear: () => {
      under?.abort();
      under = undefined;
    },
  };
}
