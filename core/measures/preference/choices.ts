import type { RowKey } from '../../domain/comparison.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { mean } from '../../statistics/mean.ts';
import type { JudgedTrial } from '../judged-trial.ts';
import type { PreferenceMeasure } from './fields.ts';

/** The choices of one trial, about a pair that was asked about in both orders. */
export interface Choice {
  readonly key: RowKey;
  readonly pair: readonly [string, string];
  readonly outcome: Outcome;
  /** `first`, `second` or `neither`, in each of the two orders; none where one of them is missing. */
  readonly picks: readonly string[];
  readonly value?: number | undefined;
}

export function choicesOf(judged: JudgedTrial, measure: PreferenceMeasure): readonly Choice[] {
  const { planned, trial, item } = judged;
  const options = measure.options.map(({ value }) => value);
  if (!item.pair?.every((name) => options.includes(name))) return [];
  const picks = measure.scores.flatMap((score) =>
    judged.replies(score).flatMap((reply) => {
      const value = judged.verdict(score, reply)?.value;
      return value === undefined ? [] : [String(value)];
    }),
  );
  const whole = picks.length === measure.scores.length;
  return [
    {
      key: { subjectId: planned.subjectId, condition: planned.condition },
      pair: item.pair,
      outcome: whole ? 'answered' : trial.outcome === 'answered' ? 'unparseable' : trial.outcome,
      picks: whole ? picks : [],
      value: whole ? 1 : undefined,
    },
  ];
}

/** How much of a win each side got: half for each order that picked it. */
export function winsOf({ picks }: Choice): readonly [number, number] {
  const of = (side: string) => picks.filter((pick) => pick === side).length / picks.length;
  return [of('first'), of('second')];
}

/** How much more of a win the first side got. */
export function leadOf(choice: Choice): number {
  const [first, second] = winsOf(choice);
  return first - second;
}

/** The score of an option against each opponent, averaged over samples: 1 always chosen, 0 never. */
export function scoresAgainst(choices: readonly Choice[], name: string): readonly number[] {
  const own = choices.filter(({ pair }) => pair.includes(name));
  const byOpponent = Map.groupBy(own, ({ pair: [a, b] }) => (a === name ? b : a));
  return [...byOpponent.values()].map((games) =>
    mean(
      games.map((choice) => {
        const lead = leadOf(choice);
        return (1 + (choice.pair[0] === name ? lead : -lead)) / 2;
      }),
    ),
  );
}
