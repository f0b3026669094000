import type { Judgement } from '../domain/judgement.ts';
import { outlineOf } from '../domain/outline.ts';
import type { FinishedTrial, PlannedTrial } from '../domain/trial.ts';
import {
  type Judged,
  keyOf,
  type PendingJudgement,
  pendingJudgementsFor,
} from './pending-judgements.ts';

/** The work that is left of a run, kept as it goes on. */
export interface PendingWork {
  /** The planned trials that were not finished, or not judged whole, when it was begun. */
  readonly trials: readonly PlannedTrial[];
  finished(trialId: string): FinishedTrial | undefined;
  /** The judgements of a trial that are not made. */
  judgementsOf<T extends FinishedTrial>(
    trial: T,
  ): readonly PendingJudgement<T['replies'][number]>[];
  addTrial(trial: FinishedTrial): void;
  addJudgement(judgement: Judgement): void;
}

export function pendingWork(
  plan: Judged,
  done: {
    readonly trials: readonly FinishedTrial[];
    readonly judgements: readonly Judgement[];
  },
): PendingWork {
  const finished = new Map<string, FinishedTrial>(
    done.trials.map((trial) => [trial.trialId, outlineOf(trial)]),
  );
  const made = new Set(done.judgements.map(keyOf));
  const allOf = pendingJudgementsFor(plan);
  const judgementsOf: PendingWork['judgementsOf'] = (trial) =>
    allOf(trial, finished).filter(
      ({ score, reply, judge }) =>
        !made.has(keyOf({ trialId: trial.trialId, score: score.id, step: reply.step, judge })),
    );
  return {
    trials: plan.trials.filter(({ trialId }) => {
      const trial = finished.get(trialId);
      return !trial || judgementsOf(trial).length > 0;
    }),
    finished: (trialId) => finished.get(trialId),
    judgementsOf,
    addTrial: (trial) => void finished.set(trial.trialId, outlineOf(trial)),
    addJudgement: (judgement) => void made.add(keyOf(judgement)),
  };
}
