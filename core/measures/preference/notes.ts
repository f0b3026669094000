import type { RowKey } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import { circularTriads } from '../../statistics/circular-triads.ts';
import { sum } from '../../statistics/lists.ts';
import { mean } from '../../statistics/mean.ts';
import { percent } from '../format.ts';
import { conditionName, subjectName } from '../names.ts';
import { type Choice, leadOf } from './choices.ts';

/** How often neither was taken, or the one shown first, and how consistent the choices are. */
export function noteOf(
  plan: Plan,
  { subjectId, condition }: RowKey,
  asked: readonly Choice[],
  names: readonly string[],
): string {
  const picks = asked.flatMap(({ picks: all }) => all);
  const neither = picks.filter((pick) => pick === 'neither').length;
  const early = asked.flatMap(({ picks: both }) =>
    both.flatMap((pick, turn) => {
      if (pick === 'neither') return [];
      // The second order shows the second option first.
      return [Number(pick === (turn === 0 ? 'first' : 'second'))];
    }),
  );
  const leads = new Map(
    [...Map.groupBy(asked, ({ pair }) => pair.join('\u0000'))].map(([pair, games]) => [
      pair,
      sum(games.map(leadOf)),
    ]),
  );
  const lead = (a: string, b: string) => {
    const [one, other] = [leads.get(`${a}\u0000${b}`), leads.get(`${b}\u0000${a}`)];
    // A pair that was not asked about is undecided.
    return one ?? (other === undefined ? 0 : -other);
  };
  const triads = circularTriads(names, lead);
  const who = [
    ...(plan.subjects.length > 1 ? [subjectName(plan, subjectId)] : []),
    ...(condition !== undefined && plan.probe.conditions.length > 1
      ? [conditionName(plan, condition)]
      : []),
  ].join(' · ');
  return [
    who === '' ? '' : `${who}: `,
    `took neither ${percent(neither / Math.max(1, picks.length))} of the time, `,
    early.length > 0 ? `and of the two the one shown first ${percent(mean(early))}; ` : '',
    triads.all > 0
      ? `${triads.circular} of ${triads.all} triples go round in a circle (a coin: 25 %).`
      : 'no three options were decided among each other.',
  ].join('');
}
