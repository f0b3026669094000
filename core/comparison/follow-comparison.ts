import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { stateOf } from './comparison-store.ts';
import type { Comparisons } from './comparisons.ts';

/** Of the time, figures that nobody may quote yet are computed for a fifth at most. */
const REST = 4;

/** See `Comparisons`. @param now milliseconds, of a clock that never goes back. */
export function followComparison(
  of: Comparisons['of'],
  first: { readonly run: Snapshot; readonly comparison: Comparison },
  now: () => number = () => performance.now(),
): (run: Snapshot) => Comparison {
  let latest = first;
  let computing = false;
  let restUntil = Number.NEGATIVE_INFINITY;
  const compute = async (run: Snapshot): Promise<void> => {
    computing = true;
    const start = now();
    try {
      latest = { run, comparison: await of(run) };
    } finally {
      const end = now();
      restUntil = end + REST * (end - start);
      computing = false;
    }
  };
  return (run) => {
    const isCurrent = stateOf(run) === stateOf(latest.run);
    // A failure shows itself at the latest where the run has ended, and its comparison is waited for.
    if (!isCurrent && !computing && now() >= restUntil) compute(run).catch(() => {});
    return latest.comparison;
  };
}
