import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { mean, variance } from './mean.ts';
import { criticalValue, ENDLESS } from './quantile.ts';
import { wilson } from './wilson.ts';

/** Counts of how often something held among one item's samples. */
export interface Tally {
  readonly yes: number;
  readonly of: number;
}

export interface ShareEstimate {
  readonly estimate: number;
  readonly interval: Interval;
  readonly trials: number;
  readonly items: number;
  /** The number of independent trials that these are worth. */
  readonly effective: number;
}

/**
 * A share over items, each asked several times: the mean of the items' own shares, with a Wilson
 * interval for as many independent trials as would have its variance. That variance is what trials of
 * one common share would have, which the share itself tells, and what items that differ add to it.
 * Only the second part is estimated, with items − 1 degrees of freedom; those of the sum are
 * Satterthwaite's (1946), and the number of trials is lowered by (z / t)², as Korn and Graubard (1998)
 * do. One sample an item gives Wilson's own interval. Where all trials agree they say nothing of how
 * items differ, and the items are counted. docs/validity.md has its coverage. Undefined without trials.
 */
export function share(items: readonly Tally[], level: number = LEVEL): ShareEstimate | undefined {
  const asked = items.filter(({ of }) => of > 0);
  if (asked.length === 0) return undefined;
  const estimate = mean(asked.map(({ yes, of }) => yes / of));
  const { trials, df } = worthOf(asked);
  const effective = Math.max(1, trials * (criticalValue(level) / criticalValue(level, df)) ** 2);
  return {
    estimate,
    interval: wilson(estimate, effective, level),
    trials: asked.reduce((sum, { of }) => sum + of, 0),
    items: asked.length,
    effective,
  };
}

/** The number of independent trials that have the variance of these, and the degrees of freedom of that number. */
export function worthOf(asked: readonly Tally[]): { readonly trials: number; readonly df: number } {
  const items = asked.length;
  const shares = asked.map(({ yes, of }) => yes / of);
  const estimate = mean(shares);
  const trials = asked.reduce((sum, { of }) => sum + of, 0);
  const binomial = estimate * (1 - estimate);
  if (binomial === 0 || items === 1) return { trials: items, df: ENDLESS };
  const added = Math.max(0, variance(shares) / items - binomial / (trials - 1));
  const whole = binomial / trials + added;
  const df = Math.min(ENDLESS, (items - 1) * (whole / added) ** 2);
  return { trials: Math.min(trials, Math.max(1, binomial / whole)), df };
}
