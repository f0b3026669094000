import type { Judgement } from '../domain/judgement.ts';
import type { Snapshot } from '../domain/run.ts';
import type { JudgedTrial } from '../measures/judged-trial.ts';
import { isScored } from '../planning/pending-judgements.ts';
import { looksAt } from '../probes/scores.ts';
import { verdictOf } from './verdict.ts';

/** The trials of a run that are finished, in the order of its plan. */
export function judgedTrials(snapshot: Snapshot): readonly JudgedTrial[] {
  const { plan } = snapshot;
  const trials = new Map(snapshot.trials.map((trial) => [trial.trialId, trial]));
  const items = new Map(plan.probe.items.map((item) => [item.id, item]));
  const scores = new Map(plan.probe.scores.map((score) => [score.id, score]));
  // Judges answer in any order; of a panel that is split, the one that was named first decides.
  const place = ({ judge = '' }: Judgement) => plan.judges.indexOf(judge);
  const inOrder = snapshot.judgements.toSorted((a, b) => place(a) - place(b));
  const judgements = Map.groupBy(inOrder, ({ trialId, score, step }) =>
    keyOf(trialId, score, step),
  );
  return plan.trials.flatMap((planned): JudgedTrial[] => {
    const trial = trials.get(planned.trialId);
    const item = items.get(planned.item);
    if (!trial || !item) return [];
    return [
      {
        planned,
        trial,
        item,
        isScoredBy: (id) => scores.get(id)?.against !== planned.condition,
        replies: (id) => {
          const score = scores.get(id);
          return trial.replies.filter((reply) => score && looksAt(score, reply.step));
        },
        verdict: (id, reply) => {
          const score = scores.get(id);
          if (!score || !isScored(score, reply)) return undefined;
          const said = judgements.get(keyOf(trial.trialId, id, reply.step)) ?? [];
          return verdictOf(said, 'labels' in score);
        },
      },
    ];
  });
}

function keyOf(trial: string, score: string, step: string): string {
  return [trial, score, step].join('\u0000');
}
