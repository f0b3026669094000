import type { FinishedTrial, PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import { type PendingJudgement, waits } from '../planning/pending-judgements.ts';
import type { PendingWork } from '../planning/pending-work.ts';
import type { Archive } from './archive.ts';
import { createJudge, type JudgeTools } from './judge.ts';
import type { LiveRun } from './live-run.ts';
import { runTrial, type TrialTools } from './trial.ts';

export type TrialWorkerTools = Omit<TrialTools & JudgeTools, 'signal' | 'onPartial'> & {
  readonly archive: Archive;
  /** Called when something was paid for. */
  readonly onPaid: () => void;
};

/** Takes the trials of a run one by one as far as they go. Each result is stored as it arrives. */
export interface TrialWorker {
  /** Asks a trial that is not finished, and makes those of its judgements that wait for no other trial. */
  finish(planned: PlannedTrial): Promise<void>;
  /** Makes the judgements that had to wait for another trial; to be called when all are asked. */
  compare(planned: PlannedTrial): Promise<void>;
}

export function trialWorker(run: LiveRun, work: PendingWork, tools: TrialWorkerTools): TrialWorker {
  const { archive, onPaid } = tools;
  const { signal } = run.abort;
  const { plan } = run;
  const judge = createJudge(plan, { ...tools, signal });

  /** Undefined where the call was aborted: that is no trial, and is asked again when the run goes on. */
  const ask = async (planned: PlannedTrial): Promise<Trial | undefined> => {
    const trial = await runTrial(plan, planned, {
      ...tools,
      signal,
      onPartial: (text) => run.setPartial(planned.trialId, text),
    });
    if (signal.aborted && trial.replies.at(-1)?.outcome === 'failed') return undefined;
    await archive.saveTrial(plan.runId, trial);
    work.addTrial(trial);
    run.addTrial(trial);
    onPaid();
    return trial;
  };

  const withOther = async (
    pending: PendingJudgement<StepReply>,
  ): Promise<PendingJudgement<StepReply>> => {
    const { other } = pending;
    if (!other?.trial) return pending;
    return { ...pending, other: { ...other, trial: await whole(other.trial) } };
  };

  const judgeAll = async (
    planned: PlannedTrial,
    trial: Trial,
    pending: readonly PendingJudgement<StepReply>[],
  ): Promise<void> => {
    const made = pending.map(async (one) => {
      const judgement = await judge({ planned, trial }, await withOther(one));
      await archive.saveJudgement(plan.runId, judgement);
      work.addJudgement(judgement);
      run.addJudgement(judgement);
    });
    // All of them, so that none is still being stored when the run has ended.
    const results = await Promise.allSettled(made);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };

  /** A trial with its words, which only the store has of those that were finished before. */
  const whole = async ({ trialId }: FinishedTrial): Promise<Trial> => {
    const found = await archive.trial(plan.runId, trialId);
    if (!found) throw new Error(`trial ${trialId} of run ${plan.runId} is not in the store`);
    return found;
  };

  return {
    finish: async (planned) => {
      const before = work.finished(planned.trialId);
      // Scoring again asks nobody but the judges.
      if (!before && plan.origin.kind === 'rescore') return;
      const trial = before ? await whole(before) : await ask(planned);
      if (!trial) return;
      const pending = work.judgementsOf(trial);
      const ready = pending.filter((one) => !waits(one));
      await judgeAll(planned, trial, ready);
      if (ready.length === pending.length) run.settle();
      if (ready.length > 0) onPaid();
    },
    compare: async (planned) => {
      const finished = work.finished(planned.trialId);
      if (!finished) return;
      const left = work.judgementsOf(finished);
      // Where the other trial was never finished, neither is this judgement.
      if (left.length === 0 || left.some(waits)) return;
      const trial = await whole(finished);
      await judgeAll(planned, trial, work.judgementsOf(trial));
      run.settle();
      onPaid();
    },
  };
}
