import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { criticalValue } from './quantile.ts';

/**
 * Wilson's score interval for a share (Wilson 1927; Newcombe 1998a, method 3).
 * @param estimate the share, 0 to 1. @param n how many trials, or an effective number of them (> 0).
 */
export function wilson(estimate: number, n: number, level: number = LEVEL): Interval {
  const z = criticalValue(level);
  const shrink = 1 + (z * z) / n;
  const centre = (estimate + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((estimate * (1 - estimate)) / n + (z * z) / (4 * n * n));
  // At the ends centre and half are equal but for the last bit.
  return [
    estimate === 0 ? 0 : Math.max(0, centre - half),
    estimate === 1 ? 1 : Math.min(1, centre + half),
  ];
}
