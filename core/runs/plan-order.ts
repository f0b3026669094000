import type { Judgement } from '../domain/judgement.ts';
import type { Plan } from '../domain/plan.ts';
import type { FinishedTrial } from '../domain/trial.ts';

interface Results {
  readonly trials: FinishedTrial[];
  readonly judgements: Judgement[];
}

/** Providers answer in any order; a run that has ended is in that of its plan, as one from the store is. */
export function inPlanOrder(plan: Plan, { trials, judgements }: Results): Results {
  const byTrial = new Map(trials.map((trial) => [trial.trialId, trial]));
  const sorted = plan.trials.flatMap(({ trialId }) => byTrial.get(trialId) ?? []);
  const judgementsOf = Map.groupBy(judgements, ({ trialId }) => trialId);
  const scores = plan.probe.scores.map(({ id }) => id);
  return {
    trials: sorted,
    judgements: sorted.flatMap(({ trialId, replies }) => {
      const steps = replies.map(({ step }) => step);
      const place = ({ score, step, judge = '' }: Judgement) => [
        scores.indexOf(score),
        steps.indexOf(step),
        plan.judges.indexOf(judge),
      ];
      return (judgementsOf.get(trialId) ?? []).toSorted((a, b) => compare(place(a), place(b)));
    }),
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
