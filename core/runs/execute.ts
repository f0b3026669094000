import type { Logger } from 'pino';
import type { Plan } from '../domain/plan.ts';
import type { PlannedTrial } from '../domain/trial.ts';
import { pendingWork } from '../planning/pending-work.ts';
import type { LiveRun } from './live-run.ts';
import type { RunSettings } from './settings.ts';
import { type TrialWorkerTools, trialWorker } from './trial-worker.ts';
import { eachInTurn } from './workers.ts';

export type ExecuteTools = Omit<TrialWorkerTools, 'onPaid'> & {
  readonly log: Logger;
  /** Asked whenever something was paid for: a sentence where a budget forbids to go on. */
  readonly forbids: (run: LiveRun) => string | undefined;
};

/** Trials of one model under way for each call that its provider takes at a time: none runs dry. */
const AHEAD = 2;

/**
 * Does what a run still lacks: trials that are not finished, judgements that are missing. The providers'
 * limits set the pace; only so many trials of a model are begun ahead of it, so that those which are
 * begun are finished and judged before others start.
 * @returns a sentence where the run was stopped before its end.
 * @throws what the store threw first; nothing further is asked then, since it could not be kept.
 */
export async function execute(run: LiveRun, tools: ExecuteTools): Promise<string | undefined> {
  const { abort, plan } = run;
  const work = pendingWork(plan, run.snapshot());
  let stopped: string | undefined;
  let broken: { readonly error: unknown } | undefined;

  const onPaid = (): void => {
    stopped ??= tools.forbids(run);
    if (stopped !== undefined) abort.abort();
  };
  const worker = trialWorker(run, work, { ...tools, onPaid });

  const each = (step: (planned: PlannedTrial) => Promise<void>) =>
    eachOfModel(plan, tools.config(), work.trials, async (planned) => {
      if (abort.signal.aborted) return;
      try {
        await step(planned);
      } catch (error) {
        if (abort.signal.aborted) return;
        broken = { error };
        abort.abort();
      }
    });
  await each(worker.finish);
  if (plan.probe.scores.some(({ against }) => against !== undefined)) await each(worker.compare);
  if (broken) throw broken.error;
  return stopped;
}

/** Each model's trials in their order, beside those of the others: a slow model holds up none of them. */
async function eachOfModel(
  { subjects }: Plan,
  { models, providers }: RunSettings,
  trials: readonly PlannedTrial[],
  work: (planned: PlannedTrial) => Promise<void>,
): Promise<void> {
  const modelOf = new Map(subjects.map(({ subjectId, model }) => [subjectId, model]));
  const byModel = Map.groupBy(trials, ({ subjectId }) => modelOf.get(subjectId));
  await Promise.all(
    [...byModel].map(([model, own]) => {
      const provider = model === undefined ? undefined : models.get(model)?.provider;
      const limits = provider === undefined ? undefined : providers.get(provider)?.limits;
      return eachInTurn(own, AHEAD * (limits?.concurrency ?? 1), work);
    }),
  );
}
