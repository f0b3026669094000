import { type Interval, LEVEL } from './interval.ts';
import { mean, variance } from './mean.ts';
import { reach } from './quantile.ts';
import { wilson } from './wilson.ts';

/** How often something held among one item's samples. */
export interface Tally {
  readonly yes: number;
  readonly of: number;
}

export interface ShareEstimate {
  readonly estimate: number;
  readonly interval: Interval;
  readonly trials: number;
  readonly items: number;
  /** How many independent trials these are worth. */
  readonly effective: number;
}

/**
 * A share over items, each asked several times: the mean of the items' own shares, with a Wilson
 * interval for the effective number of trials n / deff. deff is the variance of that mean over the
 * variance of n independent trials (Kish 1965), never below 1. Few items leave the variance itself
 * unsure, so the effective number is lowered by (z / t)² with items − 1 degrees of freedom (Korn and
 * Graubard 1998). Where all trials agree they say nothing of the variance, and the items are counted.
 * In simulation it covers in 93 to 100 % of runs of 6 to 20 items; pooling, in 65 to 98 %.
 * Undefined without trials.
 */
export function share(items: readonly Tally[], level: number = LEVEL): ShareEstimate | undefined {
  const asked = items.filter(({ of }) => of > 0);
  if (asked.length === 0) return undefined;
  const shares = asked.map(({ yes, of }) => yes / of);
  const estimate = mean(shares);
  const trials = asked.reduce((sum, { of }) => sum + of, 0);
  const effective = effectiveTrials(shares, estimate, trials, level);
  const interval = wilson(estimate, effective, level);
  return { estimate, interval, trials, items: asked.length, effective };
}

function effectiveTrials(
  shares: readonly number[],
  estimate: number,
  trials: number,
  level: number,
): number {
  const items = shares.length;
  const binomial = estimate * (1 - estimate);
  if (binomial === 0 || items === 1) return items;
  const worth = Math.min(trials, (binomial * items) / variance(shares));
  return Math.max(1, worth * (reach(level) / reach(level, items - 1)) ** 2);
}
