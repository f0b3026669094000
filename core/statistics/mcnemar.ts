import { binomialUpTo } from './tail.ts';

/**
 * The two-sided p of paired yes-or-no answers, one pair an item: only the pairs that disagree count,
 * and under the null each way is a coin's toss (McNemar 1947, in its exact binomial form).
 * @param onlyFirst the number of items where only the first said yes. @param onlySecond only the second.
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const fewer = Math.min(onlyFirst, onlySecond);
  return Math.min(1, 2 * binomialUpTo(fewer, onlyFirst + onlySecond, 0.5));
}
