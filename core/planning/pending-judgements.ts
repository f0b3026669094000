import type { Judgement } from '../domain/judgement.ts';
import { charactersOf } from '../domain/outline.ts';
import type { Plan } from '../domain/plan.ts';
import type { FinishedReply, FinishedTrial, PlannedTrial } from '../domain/trial.ts';
import { looksAt } from '../probes/scores.ts';

/** One judgement that a run has still to make. */
export interface PendingJudgement<Reply extends FinishedReply = FinishedReply> {
  readonly score: Plan['probe']['scores'][number];
  readonly reply: Reply;
  /** One of several judges, by whom it is to be made. */
  readonly judge?: string | undefined;
  /** For a score that compares: the trial that it is held against, with its outcome once there is one. */
  readonly other?:
    | { readonly planned: PlannedTrial | undefined; readonly trial: FinishedTrial | undefined }
    | undefined;
}

/** As much of a plan as its judgements depend on. */
export type Judged = Pick<Plan, 'probe' | 'trials' | 'judges' | 'judged'>;

/** The judgements that a trial calls for, made or not, given the trials that are finished. */
export type PendingJudgementsOf = <T extends FinishedTrial>(
  trial: T,
  finished: ReadonlyMap<string, FinishedTrial>,
) => readonly PendingJudgement<T['replies'][number]>[];

/**
 * Finds which of a trial's replies are to be scored by what: answers, and refusals in words where the
 * score says so, since otherwise a refusal is no score.
 */
export function pendingJudgementsFor(plan: Judged): PendingJudgementsOf {
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  const compares = plan.probe.scores.some(({ against }) => against !== undefined);
  const places = new Map(
    compares ? plan.trials.map((trial) => [placeOf(trial, trial.condition), trial]) : [],
  );
  return <T extends FinishedTrial>(trial: T, finished: ReadonlyMap<string, FinishedTrial>) => {
    const place = planned.get(trial.trialId);
    if (!place) return [];
    const replies: readonly T['replies'][number][] = trial.replies;
    return plan.probe.scores.flatMap((score) => {
      const { against } = score;
      // Nothing is held against itself.
      if (against === place.condition) return [];
      const held = against === undefined ? undefined : places.get(placeOf(place, against));
      const other =
        against === undefined
          ? undefined
          : { planned: held, trial: held && finished.get(held.trialId) };
      return replies
        .filter((reply) => looksAt(score, reply.step) && isScored(score, reply))
        .flatMap((reply) =>
          judgesOf(plan, score.id).map((judge) => ({ score, reply, judge, other })),
        );
    });
  };
}

/** The givers of a score: each of several judges by itself, or else nobody in particular. */
export function judgesOf(plan: Judged, score: string): readonly (string | undefined)[] {
  return plan.judges.length > 1 && plan.judged.includes(score) ? plan.judges : [undefined];
}

/** True of a reply that is given to the scorer at all. */
export function isScored(score: PendingJudgement['score'], reply: FinishedReply): boolean {
  if (reply.outcome === 'answered') return true;
  return reply.outcome === 'refused' && score.refusals === 'judged' && charactersOf(reply) > 0;
}

/** True of a judgement that has to wait for another trial. */
export function waits({ other }: PendingJudgement): boolean {
  return other !== undefined && other.trial === undefined;
}

/** Names a judgement within its run. */
export function keyOf(about: Pick<Judgement, 'trialId' | 'score' | 'step' | 'judge'>): string {
  return [about.trialId, about.score, about.step, about.judge ?? ''].join('\u0000');
}

function placeOf({ subjectId, item, sample }: PlannedTrial, condition: string): string {
  return [subjectId, condition, item, sample].join('\u0000');
}
