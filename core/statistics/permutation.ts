import { choose } from './choose.ts';
import { mean } from './mean.ts';
import { drawnP } from './monte-carlo.ts';
import type { Random } from './random.ts';

/** Up to so many ways of sharing out the labels all are counted. */
const EXACT_UP_TO = 20_000;

/**
 * The two-sided p of a difference of two means if the labels were dealt out by chance (Fisher 1935;
 * Pitman 1937). Exact where there are few ways to deal; else Monte Carlo.
 */
export function labelPermutation(
  a: readonly number[],
  b: readonly number[],
  random: Random,
): number {
  const all = [...a, ...b];
  const total = all.reduce((sum, value) => sum + value, 0);
  const gap = (sum: number) => Math.abs(sum / a.length - (total - sum) / b.length);
  const observed = Math.abs(mean(a) - mean(b)) - 1e-12 * Math.max(1, ...all.map(Math.abs));
  const sums = choose(all.length, a.length) <= EXACT_UP_TO ? sumsOf(all, a.length) : undefined;
  if (sums) return sums.filter((sum) => gap(sum) >= observed).length / sums.length;
  return drawnP(() => {
    const dealt = random.shuffle(all).slice(0, a.length);
    return gap(dealt.reduce((sum, value) => sum + value, 0)) >= observed;
  });
}

/** The sums of all choices of `size` of the values. */
function sumsOf(values: readonly number[], size: number): readonly number[] {
  if (size === 0) return [0];
  const [first, ...rest] = values;
  if (first === undefined || values.length < size) return [];
  return [...sumsOf(rest, size - 1).map((sum) => sum + first), ...sumsOf(rest, size)];
}
