import type { RunOutcome } from '../domain/run.ts';
import { asUserError } from '../domain/user-error.ts';
import { type ExecuteTools, execute } from './execute.ts';
import type { LiveRun } from './live-run.ts';
import { headOf } from './stored-run.ts';

export interface DriveTools extends ExecuteTools {
  /** True while all is stopped so that it can go on at the next start. */
  readonly isStopping: () => boolean;
}

/** Pause between two writes that say that a run under way is still alive. */
const HEARTBEAT_MS = 10_000;

/** Takes a run from its start to its end, and writes its head as it goes. Never rejects. */
export async function drive(run: LiveRun, tools: DriveTools): Promise<void> {
  const { archive, log, now } = tools;
  const about = { run: run.plan.runId };
  const saveHead = () => archive.saveHead(headOf(run.snapshot(), now()));
  const warn = (error: unknown) => log.warn({ err: error, ...about }, 'head not written');
  const beat = setInterval(() => void saveHead().catch(warn), HEARTBEAT_MS);
  beat.unref();
  const outcome = async (): Promise<RunOutcome> => {
    try {
      await saveHead();
      const stopped = await execute(run, tools);
      // What was stopped after its last trial was not stopped.
      if (run.settled === run.plan.trials.length) return { state: 'done' };
      if (stopped !== undefined) return { state: 'failed', reason: stopped };
      return { state: tools.isStopping() ? 'interrupted' : 'cancelled' };
    } catch (error) {
      log.error({ err: error, ...about }, 'a run broke');
      run.abort.abort();
      return { state: 'failed', reason: asUserError(error).message };
    }
  };
  const how = await outcome();
  clearInterval(beat);
  run.end(how, now().toISOString());
  await saveHead().catch(warn);
}
