import { mean } from './mean.ts';

export interface ClusteredError {
  readonly estimate: number;
  /** With the correction for few clusters, sqrt(C / (C − 1)); for t intervals with C − 1 degrees of freedom. Absent below two. */
  readonly standardError?: number;
  /** Without the correction, as Miller's equation has it (CR0). */
  readonly uncorrected: number;
  readonly clusters: number;
}

/**
 * The standard error of the mean of all values where those of one cluster (an item's samples) hang
 * together: sqrt(Σ_c (Σ_{i∈c} (s_i − mean))²) / n. Source: Miller 2024, arXiv 2411.00640, appendix A.
 */
export function clusteredError(groups: readonly (readonly number[])[]): ClusteredError {
  const filled = groups.filter((group) => group.length > 0);
  const values = filled.flat();
  const estimate = mean(values);
  const sums = filled.map((group) => group.reduce((sum, value) => sum + (value - estimate), 0));
  const uncorrected = Math.hypot(...sums) / values.length;
  const clusters = filled.length;
  if (clusters < 2) return { estimate, uncorrected, clusters };
  const standardError = uncorrected * Math.sqrt(clusters / (clusters - 1));
  return { estimate, standardError, uncorrected, clusters };
}
