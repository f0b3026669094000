import type { Dispatcher } from '../../dispatcher.ts';
import type { Console } from './console.ts';

/** Turns a Ctrl-C into the end of a run that keeps what is finished. */
export interface Interrupts {
  /** From here on Ctrl-C cancels this run, instead of ending the process. */
  listen(runId: string): void;
  stop(): void;
  happened(): boolean;
}

export function createInterrupts(
  { app }: Pick<Dispatcher, 'app'>,
  { onInterrupt }: Pick<Console, 'onInterrupt'>,
): Interrupts {
  let happened = false;
  let release = (): void => {};
  return {
    listen(runId) {
      release = onInterrupt(() => {
        happened = true;
        app.runs.cancel(runId).catch((error: unknown) => {
          app.log.warn({ err: error }, 'not cancelled');
        });
      });
    },
    stop: () => release(),
    happened: () => happened,
  };
}
