import type { Judgement } from '../domain/judgement.ts';
import type { Estimate, Plan } from '../domain/plan.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { costs, judgeCalls } from './estimate.ts';
import { type Seen, tokens } from './judge-tokens.ts';
import { keyOf, type PendingJudgement, pendingJudgementsFor } from './pending-judgements.ts';
import type { PlanningSettings } from './settings.ts';
import { beforeStep, stepOf } from './transcript.ts';

type Judged = Pick<Plan, 'probe' | 'trials' | 'judges' | 'judged'>;

/** What scoring finished trials will cost: calls to the judges alone, about, for what nobody judged yet. */
export function estimateJudging(
  plan: Judged,
  {
    trials,
    judgements,
  }: { readonly trials: readonly Trial[]; readonly judgements: readonly Judgement[] },
  config: PlanningSettings,
  scorers: ReadonlyMap<string, Scorer>,
): Estimate {
  const sum = costs(config);
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  for (const { trial, due } of lackingIn(plan, trials, judgements)) {
    const place = planned.get(trial.trialId);
    if (!place) continue;
    for (const { score, reply, judge = plan.judges[0] } of due) {
      judgeCalls(sum, scorers, score, judge, seenOf(place, trial, reply));
    }
  }
  return { trials: plan.trials.length, ...sum.told() };
}

function seenOf(planned: PlannedTrial, trial: Trial, { step, text }: StepReply): Seen {
  const before = beforeStep(planned, trial, step);
  return {
    question: tokens(stepOf(planned, step)?.user ?? ''),
    frame: tokens(planned.system ?? ''),
    before: tokens(before.map(({ user, assistant }) => user + assistant).join('')),
    previous: tokens(before.at(-1)?.assistant ?? ''),
    answer: tokens(text),
  };
}

/** By trial, the judgements that are due and not there. */
function lackingIn(
  plan: Judged,
  trials: readonly Trial[],
  judgements: readonly Judgement[],
): readonly { readonly trial: Trial; readonly due: readonly PendingJudgement[] }[] {
  const made = new Set(judgements.map(keyOf));
  const done = new Map(trials.map((trial) => [trial.trialId, trial]));
  const dueOf = pendingJudgementsFor(plan);
  return trials.map((trial) => ({
    trial,
    due: dueOf(trial, done).filter(
      ({ score, reply, judge }) =>
        !made.has(keyOf({ trialId: trial.trialId, score: score.id, step: reply.step, judge })),
    ),
  }));
}
