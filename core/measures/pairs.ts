import type { ComparedRows, RowKey } from '../domain/comparison.ts';
import type { Measure } from '../domain/measure.ts';
import type { Plan } from '../domain/plan.ts';
import type { Subject } from '../domain/subject.ts';

export type Pair = Pick<ComparedRows, 'a' | 'b' | 'varies'>;

/**
 * The declared pairs of a measure: for each subject each condition against the baseline and each further
 * pair that a prediction names, and at the baseline each persona against the unframed one, and each
 * model against the first. Rewordings are noise and stand in no pair. Where a measure names what
 * chance would give, each row is held against that, and only predictions are held against each other.
 */
export function pairsOf(
  plan: Plan,
  measure: Pick<Measure, 'id'> & { readonly chance?: number | undefined },
  groups: readonly (string | undefined)[],
): readonly Pair[] {
  const { baseline, conditions } = plan.probe;
  const byChance = measure.chance !== undefined;
  const own = conditions.filter(({ paraphrases }) => paraphrases === undefined);
  const others = byChance ? [] : own.filter(({ id }) => id !== baseline);
  const predicted = plan.probe.psm.directions.filter(
    ({ measure: of, under, than }) =>
      of === measure.id &&
      than !== undefined &&
      (byChance || (under !== baseline && than !== baseline)),
  );
  return groups.flatMap((group) => {
    const key = (subject: Subject, condition: string): RowKey => ({
      subjectId: subject.subjectId,
      condition,
      ...(group === undefined ? {} : { group }),
    });
    const under = (subject: Subject, a: string, b: string): Pair => ({
      a: key(subject, a),
      b: key(subject, b),
      varies: 'condition',
    });
    return [
      ...(byChance
        ? plan.subjects.flatMap((subject) =>
            own.map((condition): Pair => ({ a: key(subject, condition.id), varies: 'chance' })),
          )
        : []),
      ...plan.subjects.flatMap((subject) =>
        others.map((condition) => under(subject, condition.id, baseline)),
      ),
      ...plan.subjects.flatMap((subject) =>
        predicted.map(({ under: a, than }) => under(subject, a, than ?? baseline)),
      ),
      ...plan.subjects.flatMap((subject): Pair[] => {
        const against = (other: Subject | undefined, varies: Pair['varies']): Pair[] =>
          other && other !== subject
            ? [{ a: key(subject, baseline), b: key(other, baseline), varies }]
            : [];
        return [
          ...against(unframed(plan, subject), 'persona'),
          ...against(
            plan.subjects.find((one) => one.persona === subject.persona),
            'model',
          ),
        ];
      }),
    ];
  });
}

/** The same model as it comes, or else under the persona that was named first. */
function unframed(plan: Plan, subject: Subject): Subject | undefined {
  const same = plan.subjects.filter((one) => one.model === subject.model);
  return same.find((one) => one.system === undefined) ?? same[0];
}
