import type { Outcome } from '../../domain/outcome.ts';
import type { TrialValue } from '../figure-kind.ts';
import { type JudgedTrial, lengthOf } from '../judged-trial.ts';
import { type ShareMeasure, satisfies } from './fields.ts';

/** 1 where every clause holds of every reply that its score looks at, else 0. */
export function trialValue(judged: JudgedTrial, { when }: ShareMeasure): TrialValue {
  const length = lengthOf(
    judged,
    when.map(({ score }) => score),
  );
  let holds = true;
  let outcome: Outcome = 'answered';
  for (const clause of when) {
    const replies = judged.replies(clause.score);
    if (replies.length === 0) return { outcome: judged.trial.outcome, length };
    for (const reply of replies) {
      const verdict = judged.verdict(clause.score, reply);
      if (!verdict) return { outcome: reply.outcome, length };
      const { value, mass } = verdict;
      if (value === undefined) return { outcome: 'unparseable', mass, length };
      holds &&= satisfies(clause, value);
      // A refusal that the probe judges has a value, and stays a refusal.
      if (reply.outcome !== 'answered') outcome = reply.outcome;
    }
  }
  return { outcome, value: holds ? 1 : 0, length };
}
