import { mean, variance } from './mean.ts';

/** Sources of the variance of a score. */
export interface VarianceParts {
  /** Variance over items of their true means. */
  readonly between: number;
  /** Mean variance of one sample within an item. */
  readonly within: number;
}

/** The variance of the mean over items that were asked `samples` times each (Miller 2024, section 3). */
export function varianceOfMean(parts: VarianceParts, items: number, samples: number): number {
  return (parts.between + parts.within / samples) / items;
}

/**
 * The two parts from the samples of each item (one-way analysis of variance). `between` is never below
 * 0. Undefined below two items, or where no item has two samples.
 */
export function varianceParts(groups: readonly (readonly number[])[]): VarianceParts | undefined {
  const asked = groups.filter((group) => group.length > 0);
  const repeated = asked.filter((group) => group.length > 1);
  if (asked.length < 2 || repeated.length === 0) return undefined;
  const within = mean(repeated.map(variance));
  const noise = mean(asked.map((group) => within / group.length));
  return { between: Math.max(0, variance(asked.map(mean)) - noise), within };
}
