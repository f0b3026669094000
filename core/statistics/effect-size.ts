import { mean, variance } from './mean.ts';

/**
 * The difference of two means in pooled standard deviations, the first minus the second (Cohen 1988).
 * Infinite or NaN where nothing varies.
 */
export function cohenD(a: readonly number[], b: readonly number[]): number {
  const df = a.length + b.length - 2;
  const pooled = ((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / df;
  return (mean(a) - mean(b)) / Math.sqrt(pooled);
}

/** Cohen's d without its bias in small samples: d (1 − 3 / (4 df − 1)) (Hedges 1981). */
export function hedgesG(a: readonly number[], b: readonly number[]): number {
  const df = a.length + b.length - 2;
  return cohenD(a, b) * (1 - 3 / (4 * df - 1));
}

/** The mean of paired differences in their own standard deviations, d_z (Cohen 1988, section 2.3.5). */
export function cohenDz(differences: readonly number[]): number {
  return mean(differences) / Math.sqrt(variance(differences));
}

/** The distance of two shares on the scale where all are equally easy to tell apart (Cohen 1988, ch. 6). */
export function cohenH(first: number, second: number): number {
  return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
}
