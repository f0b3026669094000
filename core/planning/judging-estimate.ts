import type { Estimate } from '../domain/plan.ts';
import type { PriorResults } from '../domain/run.ts';
import type { PlannedTrial, StepReply, Trial } from '../domain/trial.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { costs, judgeCalls } from './estimate.ts';
import { type Seen, tokens } from './judge-tokens.ts';
import type { Judged } from './pending-judgements.ts';
import { pendingWork } from './pending-work.ts';
import type { PlanningSettings } from './settings.ts';
import { beforeStep, stepOf } from './transcript.ts';

/** The cost of scoring finished trials: calls to the judges alone, about, for what nobody judged yet. */
export function estimateJudging(
  plan: Judged,
  prior: PriorResults,
  config: PlanningSettings,
  scorers: ReadonlyMap<string, Scorer>,
): Estimate {
  const sum = costs(config);
  const planned = new Map(plan.trials.map((trial) => [trial.trialId, trial]));
  const work = pendingWork(plan, prior);
  for (const trial of prior.trials) {
    const place = planned.get(trial.trialId);
    if (!place) continue;
    for (const { score, reply, judge = plan.judges[0] } of work.judgementsOf(trial)) {
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
