import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';

/** The statistics of runs, wherever they are computed. */
export interface Comparisons {
  /** Of a run as it stands: computed once for each state of it, for all who ask. */
  of(run: Snapshot): Promise<Comparison>;
  /**
   * Follows the figures of a run under way, which change faster than they are computed.
   * @param run @param comparison one state of it, and its comparison.
   * @returns a function that answers at once with the comparison of this or a somewhat older state.
   */
  follow(run: Snapshot, comparison: Comparison): (run: Snapshot) => Comparison;
}
