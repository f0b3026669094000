import { type Interval, LEVEL } from './interval.ts';
import { reach } from './quantile.ts';

/**
 * Wilson's score interval for a share (Wilson 1927; Newcombe 1998, method 3).
 * @param estimate the share, 0 to 1. @param n how many trials, or an effective number of them (> 0).
 */
export function wilson(estimate: number, n: number, level: number = LEVEL): Interval {
  return wilsonAt(estimate, n, reach(level));
}

/** The same for a reach given in standard errors, where it is not the normal distribution's. */
export function wilsonAt(estimate: number, n: number, z: number): Interval {
  const shrink = 1 + (z * z) / n;
  const centre = (estimate + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((estimate * (1 - estimate)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
