import { CallFailed } from './failure.ts';
import type { Timeouts } from './settings.ts';

/** The three time-outs of one attempt and the caller's own signal, in one signal. */
export interface Deadlines {
  readonly signal: AbortSignal;
  /** The response's headers have come. */
  connected(): void;
  /** The first piece has come. */
  started(): void;
  /** To be called in the end, whatever it was. */
  clear(): void;
}

export function deadlines(timeouts: Timeouts, caller?: AbortSignal): Deadlines {
  const own = new AbortController();
  const after = (ms: number, what: string, retryable: boolean) =>
    setTimeout(() => {
      const reason = `${what} within ${seconds(ms)} s; raise \`timeouts\` if it is slow`;
      own.abort(new CallFailed({ reason, retryable }));
    }, ms);
  const { connectMs, firstTokenMs, totalMs } = timeouts;
  const connect = after(connectMs, 'the provider did not respond', true);
  const firstToken = after(firstTokenMs, 'no first word', true);
  // What takes this long once will most likely do so again.
  const total = after(totalMs, 'the answer was not finished', false);
  return {
    signal: caller ? AbortSignal.any([own.signal, caller]) : own.signal,
    connected: () => clearTimeout(connect),
    started: () => clearTimeout(firstToken),
    clear: () => {
      for (const timer of [connect, firstToken, total]) clearTimeout(timer);
    },
  };
}

function seconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}
