import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import { looksAt } from '../probes/scores.ts';

/** One judgement that a run is to make. */
export interface PendingJudgement {
  readonly score: Plan['probe']['scores'][number];
  readonly reply: StepReply;
  /** Which of several judges is to make it. */
  readonly judge?: string | undefined;
  /** For a score that compares: the trial that it is held against, with its outcome once there is one. */
  readonly other?:
    | { readonly planned: PlannedTrial | undefined; readonly trial: Trial | undefined }
    | undefined;
}

type Judged = Pick<Plan, 'probe' | 'trials' | 'judges' | 'judged'>;

/** What is due for a trial, given the trials that are finished. */
export type PendingJudgementsOf = (
  trial: Trial,
  done: ReadonlyMap<string, Trial>,
) => readonly PendingJudgement[];

/**
 * Which of a trial's replies are to be scored by what: answers, and refusals in words where the score
 * says so, since otherwise a refusal is no score.
 */
export function pendingJudgementsFor(plan: Judged): PendingJudgementsOf {
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  const places = new Map(plan.trials.map((trial) => [placeOf(trial, trial.condition), trial]));
  return (trial, done) => {
    const place = planned.get(trial.trialId);
    if (!place) return [];
    return plan.probe.scores.flatMap((score) => {
      // Nothing is held against itself.
      if (score.against === place.condition) return [];
      const held =
        score.against === undefined ? undefined : places.get(placeOf(place, score.against));
      const other =
        score.against === undefined
          ? undefined
          : { planned: held, trial: done.get(held?.trialId ?? '') };
      return trial.replies
        .filter((reply) => looksAt(score, reply.step) && isScored(score, reply))
        .flatMap((reply) =>
          judgesOf(plan, score.id).map(
            (judge): PendingJudgement => ({ score, reply, judge, other }),
          ),
        );
    });
  };
}

/** Who gives a score: each of several judges by itself, or else nobody in particular. */
export function judgesOf(plan: Judged, score: string): readonly (string | undefined)[] {
  return plan.judges.length > 1 && plan.judged.includes(score) ? plan.judges : [undefined];
}

/** Whether a reply is given to the scorer at all. */
export function isScored(
  score: PendingJudgement['score'],
  reply: Pick<StepReply, 'outcome' | 'text'>,
): boolean {
  if (reply.outcome === 'answered') return true;
  return reply.outcome === 'refused' && score.refusals === 'judged' && reply.text.trim() !== '';
}

/** Whether a judgement has to wait for another trial. */
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
