import betainc from '@stdlib/math-base-special-betainc';
import { ENDLESS } from './quantile.ts';

/** The two-sided p of a t statistic: the chance of one at least as far from 0 (Student 1908). */
export function tTail(t: number, df: number): number {
  const some = Math.min(df, ENDLESS);
  // The complement of the textbook's I(df / (df + t²)), which would lose its digits near 1.
  return betainc((t * t) / (some + t * t), 0.5, some / 2, true, true);
}

/** The chance that a standard normal variable lies below `z`. */
export function normalBelow(z: number): number {
  const beyond = tTail(z, ENDLESS) / 2;
  return z > 0 ? 1 - beyond : beyond;
}

/** The chance of at most `yes` successes in `of` trials that each succeed with chance `p`. */
export function binomialUpTo(yes: number, of: number, p: number): number {
  if (yes < 0) return 0;
  return yes >= of ? 1 : betainc(1 - p, of - yes, yes + 1);
}
