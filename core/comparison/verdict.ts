import type { Judgement, Score } from '../domain/judgement.ts';
import type { Verdict } from '../measures/judged-trial.ts';
import { counted } from '../statistics/count.ts';
import { mean, meanIfAny } from '../statistics/mean.ts';

type Scored = Extract<Score, { status: 'scored' }>;

/**
 * A panel's verdict: the mean of scores, the label that most judges chose (of several the one that the
 * judge named first chose), the mean of distributions. What a judge could not be read in is left out.
 * @param labels true where the values are labels, which the steps of a ladder are though they are numbers.
 */
export function verdictOf(
  judgements: readonly Pick<Judgement, 'result'>[],
  labels: boolean,
): Verdict {
  const results = judgements.map(({ result }) => result);
  const scored = results.filter((result): result is Scored => result.status === 'scored');
  const masses = results.flatMap(({ mass }) => (mass === undefined ? [] : [mass]));
  return {
    value: together(
      scored.map(({ value }) => value),
      labels,
    ),
    distribution: distributionOf(scored),
    mass: meanIfAny(masses),
  };
}

function together(
  values: readonly (number | string)[],
  labels: boolean,
): number | string | undefined {
  const numbers = labels ? [] : values.filter((value) => typeof value === 'number');
  if (values.length > 0 && numbers.length === values.length) return mean(numbers);
  const [most] = [...counted(values)].toSorted(([, a], [, b]) => b - a);
  return most?.[0];
}

function distributionOf(scored: readonly Scored[]): Verdict['distribution'] {
  const each = scored.flatMap(({ distribution }) => (distribution ? [distribution] : []));
  if (each.length === 0) return undefined;
  const names = new Set(each.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    // A judge that gives no share to a value thinks that nothing of it is there.
    [...names].map((name) => [name, mean(each.map(({ [name]: share = 0 }) => share))]),
  );
}
