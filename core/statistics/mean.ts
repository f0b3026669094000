import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { reach } from './quantile.ts';

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Undefined without values. */
export function meanIfAny(values: readonly number[]): number | undefined {
  return values.length > 0 ? mean(values) : undefined;
}

/** The sample variance, with n − 1. NaN below two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

export interface MeanEstimate {
  readonly estimate: number;
  /** Absent below two values, and NaN never occurs. */
  readonly interval?: Interval | undefined;
  readonly standardError: number;
  readonly df: number;
}

/**
 * The mean of independent values with its t interval (n − 1 degrees of freedom). Give it one value an
 * item, the mean of the item's samples: pooled samples of one item are not independent.
 */
export function meanInterval(values: readonly number[], level: number = LEVEL): MeanEstimate {
  const estimate = mean(values);
  const df = values.length - 1;
  if (df < 1) return { estimate, standardError: Number.NaN, df };
  const standardError = Math.sqrt(variance(values) / values.length);
  const half = reach(level, df) * standardError;
  return { estimate, interval: [estimate - half, estimate + half], standardError, df };
}
