import { betaLogit } from './beta.ts';

/** So many degrees of freedom that Student's t is the normal distribution to ten digits. */
export const ENDLESS = 1e12;

/** The value below which a Student's t variable with `df` degrees of freedom lies with probability `p`. */
export function tQuantile(p: number, df: number): number {
  const some = Math.min(df, ENDLESS);
  const away = Math.abs(p - 0.5);
  // t² / df is the odds of a Beta(1/2, df/2) variable. Near the middle the tails would lose the digits of p.
  const logit =
    away > 0.25
      ? betaLogit('upper', 2 * Math.min(p, 1 - p), 0.5, some / 2)
      : betaLogit('lower', 2 * away, 0.5, some / 2);
  return Math.sign(p - 0.5) * Math.sqrt(some * Math.exp(logit));
}

/** The value below which a standard normal variable lies with probability `p`. */
export function normalQuantile(p: number): number {
  return tQuantile(p, ENDLESS);
}

/** The number of standard errors that a two-sided interval of this level reaches, such as 1.96 for .95. */
export function criticalValue(level: number, df: number = ENDLESS): number {
  return tQuantile(1 - (1 - level) / 2, df);
}

/** The value below which a Beta(a, b) variable lies with probability `p`; a and b above 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  const logit = p <= 0.5 ? betaLogit('lower', p, a, b) : betaLogit('upper', 1 - p, a, b);
  return 1 / (1 + Math.exp(-logit));
}
