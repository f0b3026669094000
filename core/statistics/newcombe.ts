import type { Interval } from '../domain/interval.ts';

export interface Bounded {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * The interval of a difference of two estimates from their own intervals: Newcombe's hybrid score
 * interval (1998b, method 10) where both are Wilson's.
 * @param correlation between the two estimates; 0 for independent ones. Newcombe 1998c, method 10.
 */
export function newcombe(a: Bounded, b: Bounded, correlation = 0): Interval {
  const difference = a.estimate - b.estimate;
  const down = combine(a.estimate - a.interval[0], b.interval[1] - b.estimate, correlation);
  const up = combine(a.interval[1] - a.estimate, b.estimate - b.interval[0], correlation);
  return [difference - down, difference + up];
}

function combine(one: number, other: number, correlation: number): number {
  return Math.sqrt(Math.max(0, one ** 2 - 2 * correlation * one * other + other ** 2));
}
