import { at, zip } from './lists.ts';
import { mean } from './mean.ts';

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => at(values, a) - at(values, b));
  const ranked: number[] = Array(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    const value = at(values, at(order, from));
    let to = from + 1;
    while (to < order.length && at(values, at(order, to)) === value) to += 1;
    // Places from + 1 up to `to` are shared.
    for (const place of order.slice(from, to)) ranked[place] = (from + 1 + to) / 2;
    from = to;
  }
  return ranked;
}

/** Pearson's correlation. Undefined where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length === 0) return undefined;
  const [ma, mb] = [mean(a), mean(b)];
  let [covariance, va, vb] = [0, 0, 0];
  for (const [one, other] of zip(a, b)) {
    const [da, db] = [one - ma, other - mb];
    covariance += da * db;
    va += da * da;
    vb += db * db;
  }
  return va > 0 && vb > 0 ? covariance / Math.sqrt(va * vb) : undefined;
}

/** Spearman's rank correlation, with ties (Spearman 1904). Undefined where one side does not vary. */
export function spearman(a: readonly number[], b: readonly number[]): number | undefined {
  return correlation(ranks(a), ranks(b));
}
