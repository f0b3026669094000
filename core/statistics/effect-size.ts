import { mean, variance } from './mean.ts';

/** Values that differ by no more than this share of themselves differ by the rounding of sums. */
const ROUNDING = 1e-9;

/**
 * The difference of two means in pooled standard deviations, the first minus the second (Cohen 1988).
 * Undefined where nothing varies, or a side has less than two values.
 */
export function cohenD(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length < 2 || b.length < 2) return undefined;
  const df = a.length + b.length - 2;
  const pooled = ((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / df;
  return pooled > 0 ? (mean(a) - mean(b)) / Math.sqrt(pooled) : undefined;
}

/** Cohen's d without its bias in small samples: d (1 − 3 / (4 df − 1)) (Hedges 1981). */
export function hedgesG(a: readonly number[], b: readonly number[]): number | undefined {
  const df = a.length + b.length - 2;
  const d = cohenD(a, b);
  return d === undefined ? undefined : d * (1 - 3 / (4 * df - 1));
}

/**
 * The mean of paired differences in their own standard deviations, d_z (Cohen 1988, section 2.3.5).
 * Undefined where they do not vary, or there are less than two.
 */
export function cohenDz(differences: readonly number[]): number | undefined {
  if (differences.length < 2) return undefined;
  const [centre, spread] = [mean(differences), Math.sqrt(variance(differences))];
  return spread > ROUNDING * Math.abs(centre) ? centre / spread : undefined;
}

/** The distance of two shares on the scale where all are equally easy to tell apart (Cohen 1988, ch. 6). */
export function cohenH(first: number, second: number): number {
  return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
}
