import type { Interval } from '../domain/interval.ts';
import type { Snapshot } from '../domain/run.ts';
import { kindOf } from '../measures/registry.ts';
import { type Difference, pairedDifference } from '../statistics/difference.ts';
import { type Agreement, cohenKappa } from '../statistics/kappa.ts';
import { spearman } from '../statistics/rank.ts';
import { type CorrectedShare, LEAST_INFORMED, roganGladen } from '../statistics/rogan-gladen.ts';
import { type ShareEstimate, share, type Tally } from '../statistics/share.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Rubric } from './rubric.ts';
import { isSamePlace, type Label } from './types.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** A person's label, and the judge's of the same answer. */
type Pair = readonly [number | string, number | string];

/** The agreement of one judge with one person. */
export interface Figures {
  readonly judge: string;
  readonly pairs: readonly Pair[];
  readonly agreement: Agreement & { readonly shareInterval: Interval };
  /** On a scale: of the numbers, and the judge's minus the person's. */
  readonly scale?: { readonly rho?: number | undefined; readonly bias: Difference } | undefined;
  readonly correction?: Correction | undefined;
}

/** The headline's share as it would be without the judge's errors, as the person sees them. */
export interface Correction {
  /** The judge's values that the headline counts. */
  readonly counts: readonly (number | string)[];
  readonly sensitivity: Tally;
  readonly specificity: Tally;
  /** Sensitivity + specificity − 1 is too low for a correction, or one of them was never seen. */
  readonly tooLittle: boolean;
  readonly rows: readonly {
    readonly subject: string;
    readonly condition: string;
    readonly judged: ShareEstimate;
    readonly corrected: CorrectedShare;
  }[];
}

/** Undefined without a label on an answer that the judge scored. */
export function figuresOf(
  snapshot: Snapshot,
  rubric: Rubric,
  judge: string,
  labelled: readonly Label[],
): Figures | undefined {
  const judged = verdictsOf(snapshot, rubric.score, judge);
  const pairs = labelled.flatMap((label): Pair[] => {
    const same = judged.find((one) => isSamePlace(one, label));
    return same ? [[label.value, same.value]] : [];
  });
  const agreement = cohenKappa(pairs);
  if (!agreement) return undefined;
  const { agreement: alike, pairs: n } = agreement;
  return {
    judge,
    pairs,
    agreement: { ...agreement, shareInterval: wilson(alike, n) },
    ...(rubric.kind === 'scale'
      ? { scale: scaleOf(pairs) }
      : { correction: correctionOf(snapshot, rubric, judged, pairs) }),
  };
}

function scaleOf(pairs: readonly Pair[]): Figures['scale'] {
  const [person, judge] = [pairs.map(([a]) => Number(a)), pairs.map(([, b]) => Number(b))];
  return { rho: spearman(person, judge), bias: pairedDifference(judge, person) };
}

function correctionOf(
  snapshot: Snapshot,
  { score, marks }: Rubric,
  judged: readonly Verdict[],
  pairs: readonly Pair[],
): Correction | undefined {
  const counts = countsIn(snapshot, score);
  if (!counts) return undefined;
  const positives = tally(
    pairs.filter(([person]) => counts(person)),
    ([, judge]) => counts(judge),
  );
  const negatives = tally(
    pairs.filter(([person]) => !counts(person)),
    ([, judge]) => !counts(judge),
  );
  const informed = positives.yes / positives.of + negatives.yes / negatives.of - 1;
  // Also true for NaN, where something was never seen.
  const tooLittle = !(informed > LEAST_INFORMED);
  const { subjects, probe } = snapshot.plan;
  const units = new Map(probe.items.map(({ id, unit = id }) => [id, unit]));
  const places = subjects.flatMap(({ subjectId: subject }) =>
    probe.conditions.map(({ id: condition }) => ({ subject, condition })),
  );
  return {
    counts: marks.map(({ value }) => value).filter(counts),
    sensitivity: positives,
    specificity: negatives,
    tooLittle,
    rows: places.flatMap(({ subject, condition }) => {
      const answers = judged.filter(
        ({ planned }) => planned.subjectId === subject && planned.condition === condition,
      );
      const byItem = Map.groupBy(answers, ({ planned }) => units.get(planned.item));
      const tallies = [...byItem.values()].map((some) => tally(some, ({ value }) => counts(value)));
      const estimate = share(tallies);
      const of = estimate?.effective ?? 0;
      const corrected =
        estimate && roganGladen({ yes: estimate.estimate * of, of }, { positives, negatives });
      return corrected ? [{ subject, condition, judged: estimate, corrected }] : [];
    }),
  };
}

/** The values of a score that the first measure which rests on it counts as a yes. */
function countsIn({ plan }: Snapshot, score: string) {
  const [counts] = plan.probe.measures.flatMap(
    (measure) => kindOf(measure).counts(measure, score) ?? [],
  );
  return counts;
}

function tally<T>(list: readonly T[], holds: (one: T) => boolean): Tally {
  return { yes: list.filter(holds).length, of: list.length };
}
