import type { RowKey } from '../domain/comparison.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FigureMeasure } from './fields.ts';
import type { FigureKind } from './figure-kind.ts';
import type { JudgedTrial } from './judged-trial.ts';

/** The part of one trial in one row of a measure: a value, or the outcome that stands in its place. */
export interface Point {
  readonly key: RowKey;
  /** The unit that statistics count: the item, or the one that it belongs to. */
  readonly item: string;
  readonly sample: number;
  readonly outcome: Outcome;
  /** Absent where the answer could not be scored. */
  readonly value?: number | undefined;
  /** How much of a probability lay on what was looked for, where the score is a share of one. */
  readonly mass?: number | undefined;
  /** Letters of the answers that were scored. */
  readonly length: number;
}

/** The points of each finished and judged trial; one a step where the measure is shown over the steps. */
export function pointsOf(
  trials: readonly JudgedTrial[],
  measure: FigureMeasure,
  figure: FigureKind<FigureMeasure>,
): readonly Point[] {
  const scores = figure.scores(measure);
  return trials
    .filter(counts(measure))
    .filter((judged) => scores.every((score) => judged.isScoredBy(score)))
    .flatMap((judged) => {
      const { key, ...about } = aboutOf(judged, measure);
      return figure.values(judged, measure).map(({ step, ...value }) => ({
        ...about,
        key: step === undefined ? key : { ...key, step },
        ...value,
      }));
    });
}

/** True of trials whose item is one of those that a measure counts. */
export function counts({ groups }: { readonly groups?: readonly string[] | undefined }) {
  return ({ item: { group } }: JudgedTrial): boolean =>
    !groups || (group !== undefined && groups.includes(group));
}

/** The row and the unit that a trial belongs to. */
export function aboutOf(
  { planned, item }: JudgedTrial,
  { grouped }: { readonly grouped: boolean },
): Pick<Point, 'key' | 'item' | 'sample'> {
  return {
    key: {
      subjectId: planned.subjectId,
      condition: planned.condition,
      ...(grouped ? { group: item.group } : {}),
    },
    item: item.unit ?? item.id,
    sample: planned.sample,
  };
}

/** `turn-4` stands at 4 on the axis; a step without a number at its place among the others. */
export function stepNumber(step: string, place: number): number {
  const digits = /(\d+)$/.exec(step)?.[1];
  return digits === undefined ? place : Number(digits);
}
