import { betaTails } from './beta.ts';
import { choose } from './choose.ts';
import { ENDLESS } from './quantile.ts';

/** The two-sided p of a t statistic: the chance of one at least as far from 0 (Student 1908). */
export function tTail(t: number, df: number): number {
  const some = Math.min(df, ENDLESS);
  const odds = (t * t) / some;
  return betaTails(1 / (1 + 1 / odds), 1 / (1 + odds), 0.5, some / 2).upper;
}

/** The chance that a standard normal variable lies below `z`. */
export function normalBelow(z: number): number {
  const beyond = tTail(z, ENDLESS) / 2;
  return z > 0 ? 1 - beyond : beyond;
}

/** The chance of at most `yes` successes in `of` trials that each succeed with chance `p`. */
export function binomialUpTo(yes: number, of: number, p: number): number {
  if (yes < 0) return 0;
  if (yes >= of) return 1;
  return of <= FEW ? sumUpTo(yes, of, p) : betaTails(1 - p, p, of - yes, yes + 1).lower;
}

/** So few trials that all numbers of choices are whole, and a coin's tosses are summed without an error. */
const FEW = 50;

function sumUpTo(yes: number, of: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= yes; k++) sum += choose(of, k) * p ** k * (1 - p) ** (of - k);
  return Math.min(1, sum);
}
