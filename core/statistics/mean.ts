import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { sum } from './lists.ts';
import { criticalValue } from './quantile.ts';

/** @throws RangeError without values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('nothing has no mean');
  return sum(values) / values.length;
}

/** Undefined without values. */
export function meanIfAny(values: readonly number[]): number | undefined {
  return values.length > 0 ? mean(values) : undefined;
}

/** The sample variance, with n − 1. @throws RangeError below two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('less than two values have no variance');
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** The precision of an estimate, as far as its own values tell: none of it below two of them. */
export type Sureness =
  | { readonly interval: Interval; readonly standardError: number; readonly df: number }
  | {
      readonly interval?: undefined;
      readonly standardError?: undefined;
      readonly df?: undefined;
    };

export type MeanEstimate = { readonly estimate: number } & Sureness;

/**
 * The mean of independent values with its t interval (n − 1 degrees of freedom). Give it one value an
 * item, the mean of the item's samples: pooled samples of one item are not independent.
 */
export function meanInterval(values: readonly number[], level: number = LEVEL): MeanEstimate {
  const estimate = mean(values);
  const df = values.length - 1;
  if (df < 1) return { estimate };
  const standardError = Math.sqrt(variance(values) / values.length);
  const half = criticalValue(level, df) * standardError;
  return { estimate, interval: [estimate - half, estimate + half], standardError, df };
}
