import { clusteredError } from './clustered.ts';
import { type Interval, LEVEL } from './interval.ts';
import { reach } from './quantile.ts';
import { wilsonAt } from './wilson.ts';

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
  /** How many independent trials these are worth: at most `trials`, at least the items where all agree. */
  readonly effective: number;
}

/**
 * A share over items, each asked several times, with a Wilson interval for the effective number of
 * trials n / deff, where deff is the item-clustered variance over that of independent trials (Kish),
 * never below 1. As so few items leave the variance itself unsure, the effective number is lowered
 * by (z / t)² with items − 1 degrees of freedom (Korn and Graubard 1998). Where all trials agree the
 * variance says nothing, and the items are what is counted. Undefined without trials.
 */
export function share(items: readonly Tally[], level: number = LEVEL): ShareEstimate | undefined {
  const asked = items.filter(({ of }) => of > 0);
  const trials = asked.reduce((sum, { of }) => sum + of, 0);
  if (trials === 0) return undefined;
  const estimate = asked.reduce((sum, { yes }) => sum + yes, 0) / trials;
  const effective = effectiveTrials(asked, estimate, trials, level);
  return {
    estimate,
    interval: wilsonAt(estimate, effective, reach(level)),
    trials,
    items: asked.length,
    effective,
  };
}

function effectiveTrials(
  items: readonly Tally[],
  estimate: number,
  trials: number,
  level: number,
): number {
  if (estimate === 0 || estimate === 1 || items.length === 1) return items.length;
  const groups = items.map(({ yes, of }) =>
    Array.from({ length: of }, (_, index) => (index < yes ? 1 : 0)),
  );
  const independent = (estimate * (1 - estimate)) / trials;
  const design = Math.max(1, clusteredError(groups).standardError ** 2 / independent);
  const unsure = (reach(level) / reach(level, items.length - 1)) ** 2;
  return Math.max(1, (trials / design) * unsure);
}
