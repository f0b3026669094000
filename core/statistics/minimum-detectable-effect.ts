import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { criticalValue, ENDLESS, tQuantile } from './quantile.ts';
import { normalBelow } from './tail.ts';

/** The chance with which a true difference of the size named would have been found. */
export const POWER = 0.8;

/** Sizes and spreads that a paired comparison of two subjects over items has to reckon with. */
export interface Noise {
  /** Variance over items of the difference of the two true item means. */
  readonly items: number;
  /** Mean variance of one sample within an item, and samples an item, for each of the two. */
  readonly withinA: number;
  readonly samplesA: number;
  readonly withinB: number;
  readonly samplesB: number;
}

export interface Wanted {
  readonly level?: number | undefined;
  readonly power?: number | undefined;
  /** Degrees of freedom of an estimated variance. Absent: it is known. */
  readonly df?: number | undefined;
}

/** The smallest true difference that `items` items would show (Miller 2024, equation 10). */
export function minimumDetectableEffect(items: number, noise: Noise, wanted: Wanted = {}): number {
  return standardErrorsToDetect(wanted) * Math.sqrt(varianceOf(noise) / items);
}

/** The number of items that it takes to show a true difference of this size (Miller 2024, equation 9). Not rounded. */
export function itemsNeeded(difference: number, noise: Noise, wanted: Wanted = {}): number {
  return (standardErrorsToDetect(wanted) ** 2 * varianceOf(noise)) / difference ** 2;
}

/**
 * The chance with which `items` items show a true difference of this size, in either direction, by the t
 * test that estimates the variance from them (Student's noncentral distribution).
 */
export function power(
  difference: number,
  items: number,
  noise: Noise,
  level: number = LEVEL,
): number {
  const away = Math.abs(difference) / Math.sqrt(varianceOf(noise) / items);
  const df = Math.max(1, items - 1);
  return overSpreads(df, (spread) => {
    const mark = criticalValue(level, df) * spread;
    return normalBelow(away - mark) + normalBelow(-away - mark);
  });
}

const STEPS = 400;

/** The mean of something over estimates of a standard deviation that is 1: √(χ² / df). */
function overSpreads(df: number, of: (spread: number) => number): number {
  const wide = 6 / Math.sqrt(2 * df);
  const [low, high] = [Math.max(1e-9, 1 - wide), 1 + wide];
  let [sum, weight] = [0, 0];
  for (let step = 0; step <= STEPS; step++) {
    const spread = low + ((high - low) * step) / STEPS;
    // The density but for a factor; highest near 1, so that nothing overflows.
    const dense = Math.exp((df - 1) * Math.log(spread) - (df * (spread * spread - 1)) / 2);
    sum += dense * of(spread);
    weight += dense;
  }
  return sum / weight;
}

/**
 * The smallest detectable difference from an interval that a run ended with: half its width is `criticalValue`
 * standard errors. Holds also where no variation was seen, as a Wilson or Newcombe interval then still
 * has a width; where there was some these two are too narrow for it, since they lean to the middle.
 */
export function minimumDetectableEffectOf(interval: Interval, wanted: Wanted = {}): number {
  const half = (interval[1] - interval[0]) / 2;
  return (half * standardErrorsToDetect(wanted)) / criticalValue(wanted.level ?? LEVEL, wanted.df);
}

/** The number of standard errors that a difference must be to be seen so often. */
export function standardErrorsToDetect({
  level = LEVEL,
  power = POWER,
  df = ENDLESS,
}: Wanted): number {
  return criticalValue(level, df) + tQuantile(power, df);
}

function varianceOf(noise: Noise): number {
  return noise.items + noise.withinA / noise.samplesA + noise.withinB / noise.samplesB;
}

/**
 * The smallest true correlation of `units` independent pairs that would be seen (Fisher 1921, by the
 * z transformation; for Spearman's rho about right). Undefined below four units.
 */
export function minimumDetectableCorrelation(
  units: number,
  wanted: Wanted = {},
): number | undefined {
  return units > 3 ? Math.tanh(standardErrorsToDetect(wanted) / Math.sqrt(units - 3)) : undefined;
}
