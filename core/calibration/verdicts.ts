import type { Snapshot } from '../domain/run.ts';
import type { PlannedTrial } from '../domain/trial.ts';
import type { AnswerPlace } from './types.ts';

/** One judge's verdict on one answer. */
export interface Verdict extends AnswerPlace {
  readonly value: number | string;
  readonly planned: PlannedTrial;
}

/** The verdicts of a judge, in the order of the plan. Answers that it could not judge are left out. */
export function verdictsOf(
  snapshot: Snapshot,
  score: string,
  judge: string | undefined,
): readonly Verdict[] {
  const said = Map.groupBy(snapshot.judgements, ({ trialId }) => trialId);
  return snapshot.plan.trials.flatMap((planned) =>
    (said.get(planned.trialId) ?? []).flatMap((one): Verdict[] => {
      // A lone judge is not named in what it said.
      const other = one.score !== score || (one.judge ?? judge) !== judge;
      if (other || one.result.status !== 'scored') return [];
      return [{ trial: one.trialId, step: one.step, value: one.result.value, planned }];
    }),
  );
}
