import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';

/** The statistics of runs, wherever they are computed. */
export interface Comparisons {
  /** Of a run as it stands. A finished one is compared in a worker, since resampling takes seconds. */
  of(run: Snapshot): Promise<Comparison>;
  /** Of a run that is not finished, at once: its figures so far, and no test of them. */
  soFar(run: Snapshot): Comparison;
}
