import betaincinv from '@stdlib/math-base-special-kernel-betaincinv';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** So many degrees of freedom that Student's t is the normal distribution to ten digits. */
export const ENDLESS = 1e12;

/** The value below which a Student's t variable with `df` degrees of freedom lies with probability `p`. */
export function tQuantile(p: number, df: number): number {
  return studentQuantile(p, Math.min(df, ENDLESS));
}

/** The value below which a standard normal variable lies with probability `p`. */
export function normalQuantile(p: number): number {
  return tQuantile(p, ENDLESS);
}

/** How many standard errors a two-sided interval of this level reaches, such as 1.96 for .95. */
export function criticalValue(level: number, df: number = ENDLESS): number {
  return tQuantile(1 - (1 - level) / 2, df);
}

/** The value below which a Beta(a, b) variable lies with probability `p`; a and b above 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(a, b, p, 1 - p)[0] ?? Number.NaN;
}
