import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import { compare, isResampled } from './compare.ts';
import { type ComparisonStore, keyOf, stateOf } from './comparison-store.ts';
import type { Comparisons } from './comparisons.ts';
import { followComparison } from './follow-comparison.ts';

export interface ComparisonTools {
  /** Compares a run in a thread of its own. */
  readonly compute: (run: Snapshot) => Promise<Comparison>;
  readonly store: ComparisonStore;
  /** Told where a comparison was computed and could not be kept. */
  readonly onUnkept: (error: unknown) => void;
}

/** Comparisons in memory: each is some tens of kilobytes. */
const IN_MEMORY = 32;
/** Trials and judgements of a run under way that are compared here: no thread would be quicker. */
const FEW = 200;

export function createComparisons({ compute, store, onUnkept }: ComparisonTools): Comparisons {
  /** By run and state, those under way too, so that each is computed once; the least recently used first. */
  const recent = new Map<string, Promise<Comparison>>();

  const computed = async (run: Snapshot): Promise<Comparison> => {
    if (!isResampled(run)) return isSmall(run) ? compare(run) : compute(run);
    const kept = await store.get(run);
    if (kept) return kept;
    const comparison = await compute(run);
    // Nobody waits for it: a store that is away for a while holds up no message.
    store.set(run, comparison).catch(onUnkept);
    return comparison;
  };

  const of: Comparisons['of'] = (run) => {
    const name = `${keyOf(run)} ${stateOf(run)}`;
    const comparison = recent.get(name) ?? computed(run);
    recent.delete(name);
    recent.set(name, comparison);
    const forget = () => void (recent.get(name) === comparison && recent.delete(name));
    // The next state of what goes on is another one.
    comparison.then(run.state === 'running' ? forget : undefined, forget);
    const [oldest] = recent.keys();
    if (recent.size > IN_MEMORY && oldest !== undefined) recent.delete(oldest);
    return comparison;
  };

  return { of, follow: (run, comparison) => followComparison(of, { run, comparison }) };
}

/** A question has no figures, whatever its size. */
function isSmall({ plan, trials, judgements }: Snapshot): boolean {
  return plan.kind === 'ask' || trials.length + judgements.length <= FEW;
}
