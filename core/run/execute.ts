import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import type { Archive } from './archive.ts';
import { type Due, dueFor, type JudgeTools, judge } from './judge.ts';
import type { LiveRun } from './live.ts';
import { runTrial, type TrialTools } from './trial.ts';
import type { Judgement, Plan, PlannedTrial, Trial } from './types.ts';

export type ExecuteTools = Omit<TrialTools & JudgeTools, 'signal' | 'onPartial'> & {
  readonly archive: Archive;
  readonly log: Logger;
  /** Asked after each trial: a sentence where a budget forbids to go on. */
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
  const trials = new Map(stored.trials.map((trial) => [trial.id, trial]));
  const judged = new Set(stored.judgements.map(keyOf));
  let stopped: string | undefined;
  let broken: { readonly error: unknown } | undefined;

  const dueOf = (trial: Trial): readonly Due[] =>
    dueFor(run.plan, trial).filter(
      (due) => !judged.has(keyOf({ trial: trial.id, score: due.score.id, step: due.reply.step })),
    );
  const lacking = run.plan.trials.filter(({ id }) => {
    const trial = trials.get(id);
    return !trial || dueOf(trial).length > 0;
  });

  const one = async (planned: PlannedTrial): Promise<void> => {
    if (signal.aborted) return;
    let trial = trials.get(planned.id);
    if (!trial) {
      trial = await attempt(planned);
      if (!trial) return;
      await tools.archive.saveTrial(run.plan.run, trial);
      run.addTrial(trial);
      stopped ??= tools.forbids(run);
      if (stopped !== undefined) run.abort.abort();
    }
    // All of them, so that none is still being stored when the run has ended.
    const results = await Promise.allSettled(judgementsOf(planned, trial));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    run.settle();
  };

  const whole = async (planned: PlannedTrial): Promise<void> => {
    try {
      await one(planned);
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
      onPartial: (text) => run.setPartial(planned.id, text),
    });
    // An aborted call is no trial: it is asked again when the run goes on.
    const cut = signal.aborted && trial.replies.at(-1)?.outcome === 'failed';
    return cut ? undefined : trial;
  };

  const judgementsOf = (planned: PlannedTrial, trial: Trial): Promise<void>[] =>
    dueOf(trial).map(async (due) => {
      const judgement = await judge(run.plan, planned, due, { ...tools, signal });
      await tools.archive.saveJudgement(run.plan.run, judgement);
      run.addJudgement(judgement);
    });

  const lanes = lanesOf(run.plan, tools.config());
  await Promise.all(
    lacking.map((planned) => (lanes.get(planned.subject) ?? FREELY)(() => whole(planned))),
  );
  if (broken) throw broken.error;
  return stopped;
}

type Lane = (job: () => Promise<void>) => Promise<void>;

const FREELY: Lane = (job) => job();

/** One lane a model, by subject: a slow model holds up none of the others. */
function lanesOf({ subjects }: Plan, config: Config): ReadonlyMap<string, Lane> {
  const byModel = new Map(
    subjects.map(({ model }) => {
      const provider = config.models.get(model)?.provider;
      const limits = provider === undefined ? undefined : config.providers.get(provider)?.limits;
      return [model, pLimit(AHEAD * (limits?.concurrency ?? 1))] as const;
    }),
  );
  return new Map(subjects.map(({ id, model }) => [id, byModel.get(model) ?? FREELY]));
}

function keyOf(judgement: Pick<Judgement, 'trial' | 'score' | 'step'>): string {
  return [judgement.trial, judgement.score, judgement.step].join('\u0000');
}
