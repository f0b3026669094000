import type { LadderPicture } from '../../charts/ladder/picture.ts';
import type { MeasureResult, Row } from '../../domain/comparison.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Condition } from '../../domain/probe.ts';
import { colourOfSubject, conditionName, subjectName } from '../names.ts';
import { altText, axisOf, titleOf } from './parts.ts';

/** True of a measure that has rows on the rungs of a ladder. */
export function hasLadder(plan: Plan, { rows }: MeasureResult): boolean {
  const rungs = rungsOf(plan).map(({ id }) => id);
  return rows.some(
    ({ condition, step }) =>
      step === undefined && condition !== undefined && rungs.includes(condition),
  );
}

/** One line a subject and ladder over the rungs; the unranked baseline stands across. */
export function ladderPicture(plan: Plan, measure: MeasureResult): LadderPicture {
  const rungs = rungsOf(plan);
  const ladders = [...new Set(rungs.map(({ ladder }) => ladder))];
  const ranks = [...new Set(rungs.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const { baseline } = plan.probe;
  const [first] = measure.rows.filter(({ condition }) => condition === baseline);
  // Each subject has a baseline of its own: one line would stand for the wrong one.
  const single = plan.subjects.length === 1 && !rungs.some(({ id }) => id === baseline);
  const reference = single ? first?.estimate : undefined;
  const groups = [...new Set(measure.rows.map(({ group }) => group))];
  return {
    kind: 'ladder',
    title: titleOf(plan, measure.label),
    alt: altText(plan, measure, measure.rows),
    axis: axisOf(measure),
    rungs: {
      label: 'from the lowest rung to the highest',
      // Where several ladders share a rung, it goes by its number.
      names: ranks.map((rank) => {
        const there = rungs.filter((rung) => rung.rank === rank);
        const [only] = there;
        return only && there.length === 1 ? only.label : String(rank);
      }),
    },
    series: plan.subjects.flatMap((subject) =>
      ladders.flatMap((ladder, dash) =>
        groups.flatMap((group) => {
          const rows = measure.rows.filter(
            (row) => row.subjectId === subject.subjectId && row.group === group,
          );
          const points = pointsOn(
            rungs.filter((rung) => rung.ladder === ladder),
            ranks,
            rows,
          );
          if (points.length === 0) return [];
          const alone = plan.subjects.length === 1;
          const name = [
            ...(alone && (ladder ?? group) !== undefined
              ? []
              : [subjectName(plan, subject.subjectId)]),
            ...(ladder === undefined ? [] : [ladder]),
            ...(group === undefined ? [] : [group]),
          ].join(' · ');
          const colour = alone ? subject.colour + dash : colourOfSubject(plan, subject.subjectId);
          return [{ label: name, colour, dash: alone ? 0 : dash, points }];
        }),
      ),
    ),
    ...(reference === undefined
      ? {}
      : { reference: { label: conditionName(plan, baseline), estimate: reference } }),
  };
}

type Rung = Condition & { readonly rank: number };

function rungsOf({ probe }: Plan): readonly Rung[] {
  return probe.conditions.filter((one): one is Rung => one.rank !== undefined);
}

function pointsOn(
  rungs: readonly Rung[],
  ranks: readonly number[],
  rows: readonly Row[],
): LadderPicture['series'][number]['points'] {
  return rungs
    .flatMap(({ id, rank }) => {
      const row = rows.find(({ condition }) => condition === id);
      return row?.estimate === undefined
        ? []
        : [{ rung: ranks.indexOf(rank), estimate: row.estimate, interval: row.interval }];
    })
    .toSorted((a, b) => a.rung - b.rung);
}
