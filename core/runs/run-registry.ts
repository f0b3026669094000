import type { Started } from '../domain/run.ts';
import { type LiveRun, liveRun, type Results } from './live-run.ts';

/** The runs that are under way in this process. */
export interface RunRegistry {
  get(runId: string): LiveRun | undefined;
  /** Starts a run, or goes on with it, from the results that it has. */
  start(results: Results, started: Started): void;
  /** Resolves when the run has ended; at once where it is not under way. */
  ended(runId: string): Promise<void>;
  /** Stops a run, and waits until what has arrived is stored. */
  stop(runId: string): Promise<void>;
  stopAll(): Promise<void>;
}

/** @param drive takes a run to its end, and never rejects. @param onEnd is called when it has. */
export function runRegistry(
  drive: (run: LiveRun) => Promise<void>,
  onEnd: (runId: string) => void,
): RunRegistry {
  const live = new Map<string, { readonly run: LiveRun; readonly end: Promise<void> }>();
  const stop = async (runId: string): Promise<void> => {
    const here = live.get(runId);
    here?.run.abort.abort();
    await here?.end;
  };
  return {
    get: (runId) => live.get(runId)?.run,
    start: (results, started) => {
      const { runId } = results.plan;
      const run = liveRun(results, started);
      const end = drive(run).finally(() => {
        live.delete(runId);
        onEnd(runId);
      });
      live.set(runId, { run, end });
    },
    ended: async (runId) => live.get(runId)?.end,
    stop,
    stopAll: async () => {
      await Promise.all([...live.keys()].map(stop));
    },
  };
}
