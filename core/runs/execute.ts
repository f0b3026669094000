import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Plan } from '../domain/plan.ts';
import type { PlannedTrial, Trial } from '../domain/trial.ts';
import {
  keyOf,
  type PendingJudgement,
  pendingJudgementsFor,
  waits,
} from '../planning/pending-judgements.ts';
import type { Archive } from './archive.ts';
import { type JudgeTools, judge } from './judge.ts';
import type { LiveRun } from './live-run.ts';
import type { RunSettings } from './settings.ts';
import { runTrial, type TrialTools } from './trial.ts';

export type ExecuteTools = Omit<TrialTools & JudgeTools, 'signal' | 'onPartial'> & {
  readonly archive: Archive;
  readonly log: Logger;
  /** Asked after each trial and its judgements: a sentence where a budget forbids to go on. */
  readonly forbids: (run: LiveRun) => string | undefined;
};

/** Trials of one model under way for each call that its provider takes at a time: none runs dry. */
const AHEAD = 2;

/**
 * Does what a run still lacks: trials that are not stored, judgements that are missing. Each is
 * stored as it arrives. The providers' limits set the pace; only so many trials of a model are begun
 * ahead of it, so that those which are begun are finished and judged before others start.
 * @returns a sentence where the run was stopped before its end.
 * @throws what the store threw first; nothing further is asked then, since it could not be kept.
 */
export async function execute(run: LiveRun, tools: ExecuteTools): Promise<string | undefined> {
  const { signal } = run.abort;
  const stored = run.snapshot();
  const trials = new Map(stored.trials.map((trial) => [trial.trialId, trial]));
  const judged = new Set(stored.judgements.map(keyOf));
  const waiting: PlannedTrial[] = [];
  let stopped: string | undefined;
  let broken: { readonly error: unknown } | undefined;

  const allDue = pendingJudgementsFor(run.plan);
  const dueOf = (trial: Trial): readonly PendingJudgement[] =>
    allDue(trial, trials).filter(
      ({ score, reply, judge: by }) =>
        !judged.has(
          keyOf({ trialId: trial.trialId, score: score.id, step: reply.step, judge: by }),
        ),
    );
  const lacking = run.plan.trials.filter(({ trialId }) => {
    const trial = trials.get(trialId);
    return !trial || dueOf(trial).length > 0;
  });

  const heedBudget = (): void => {
    stopped ??= tools.forbids(run);
    if (stopped !== undefined) run.abort.abort();
  };

  const one = async (planned: PlannedTrial): Promise<void> => {
    if (signal.aborted) return;
    let trial = trials.get(planned.trialId);
    if (!trial) {
      // Scoring again asks nobody but the judges.
      if (run.plan.rescored) return;
      trial = await attempt(planned);
      if (!trial) return;
      await tools.archive.saveTrial(run.plan.runId, trial);
      trials.set(trial.trialId, trial);
      run.addTrial(trial);
      heedBudget();
    }
    const due = dueOf(trial);
    await judgeAll(
      planned,
      trial,
      due.filter((one) => !waits(one)),
    );
    if (due.some(waits)) waiting.push(planned);
    else run.settle();
    if (due.length > 0) heedBudget();
  };

  /** What is held against another trial is judged when all are there. */
  const compared = async (planned: PlannedTrial): Promise<void> => {
    const trial = trials.get(planned.trialId);
    if (signal.aborted || !trial) return;
    const due = dueOf(trial);
    // Where the other trial was never finished, neither is this judgement.
    if (due.some(waits)) return;
    await judgeAll(planned, trial, due);
    run.settle();
    heedBudget();
  };

  const whole = async (
    planned: PlannedTrial,
    work: (planned: PlannedTrial) => Promise<void>,
  ): Promise<void> => {
    try {
      await work(planned);
    } catch (error) {
      if (signal.aborted) return;
      broken = { error };
      run.abort.abort();
    }
  };

  const attempt = async (planned: PlannedTrial): Promise<Trial | undefined> => {
    const trial = await runTrial(run.plan, planned, {
      ...tools,
      signal,
      onPartial: (text) => run.setPartial(planned.trialId, text),
    });
    // An aborted call is no trial: it is asked again when the run goes on.
    const cut = signal.aborted && trial.replies.at(-1)?.outcome === 'failed';
    return cut ? undefined : trial;
  };

  const judgeAll = async (
    planned: PlannedTrial,
    trial: Trial,
    due: readonly PendingJudgement[],
  ): Promise<void> => {
    const work = due.map(async (one) => {
      const judgement = await judge(run.plan, { planned, trial }, one, { ...tools, signal });
      await tools.archive.saveJudgement(run.plan.runId, judgement);
      judged.add(keyOf(judgement));
      run.addJudgement(judgement);
    });
    // All of them, so that none is still being stored when the run has ended.
    const results = await Promise.allSettled(work);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };

  const lanes = lanesOf(run.plan, tools.config());
  const inLanes = (list: readonly PlannedTrial[], work: typeof one) =>
    Promise.all(
      list.map((planned) => (lanes.get(planned.subjectId) ?? FREELY)(() => whole(planned, work))),
    );
  await inLanes(lacking, one);
  await inLanes(waiting, compared);
  if (broken) throw broken.error;
  return stopped;
}

type Lane = (job: () => Promise<void>) => Promise<void>;

const FREELY: Lane = (job) => job();

/** One lane a model, by subject: a slow model holds up none of the others. */
function lanesOf({ subjects }: Plan, config: RunSettings): ReadonlyMap<string, Lane> {
  const byModel = new Map(
    subjects.map(({ model }) => {
      const provider = config.models.get(model)?.provider;
      const limits = provider === undefined ? undefined : config.providers.get(provider)?.limits;
      return [model, pLimit(AHEAD * (limits?.concurrency ?? 1))] as const;
    }),
  );
  return new Map(subjects.map(({ subjectId, model }) => [subjectId, byModel.get(model) ?? FREELY]));
}
