import { mean } from './mean.ts';

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** Pearson's correlation. Undefined where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [ma, mb] = [mean(a), mean(b)];
  let [covariance, va, vb] = [0, 0, 0];
  a.forEach((value, at) => {
    const [da, db] = [value - ma, (b[at] ?? Number.NaN) - mb];
    covariance += da * db;
    va += da * da;
    vb += db * db;
  });
  return va > 0 && vb > 0 ? covariance / Math.sqrt(va * vb) : undefined;
}

/** Spearman's rank correlation, with ties (Spearman 1904). Undefined where one side does not vary. */
export function spearman(a: readonly number[], b: readonly number[]): number | undefined {
  return correlation(ranks(a), ranks(b));
}
