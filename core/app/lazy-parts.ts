import type { Logger } from 'pino';
import type { LabelStore } from '../calibration/label-store.ts';
import type { Comparisons } from '../comparison/comparisons.ts';
import type { Comparison } from '../domain/comparison.ts';
import { once } from '../domain/once.ts';
import type { Snapshot } from '../domain/run.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { Store } from '../store/store.ts';

/** Drafts, of which nothing is loaded before one is asked for. */
export function lazyDrafts(store: Store): DraftStore {
  const drafts = once(async () => {
    const { createDraftStore } = await import('../drafts/draft-store.ts');
    return createDraftStore(store);
  });
  return {
    save: async (draft) => (await drafts()).save(draft),
    own: async (asker, id) => (await drafts()).own(asker, id),
    discard: async (draft) => (await drafts()).discard(draft),
  };
}

/** Labels, of which nothing is loaded before some are asked for. */
export function lazyLabels(store: Store): LabelStore {
  const labels = once(async () => {
    const { createLabelStore } = await import('../calibration/label-store.ts');
    return createLabelStore(store);
  });
  return {
    get: async (of) => (await labels()).get(of),
    save: async (of, book) => (await labels()).save(of, book),
  };
}

/**
 * Comparisons, for which neither statistics nor a thread is loaded before a run is compared.
 * @param compareHere trials and judgements up to which a run is compared in this very thread.
 */
export function lazyComparisons(
  store: Store,
  log: Logger,
  compareHere: number,
): Comparisons & { close(): Promise<void> } {
  const opened = once(async () => {
    const [{ createComparisons }, { comparisonStore }, { createWorkerPool }, { compare }] =
      await Promise.all([
        import('../comparison/create-comparisons.ts'),
        import('../comparison/comparison-store.ts'),
        import('../comparison/worker-pool.ts'),
        import('../comparison/compare.ts'),
      ]);
    const pool = createWorkerPool();
    const comparisons = createComparisons({
      compute: async (run) =>
        run.trials.length + run.judgements.length <= compareHere ? compare(run) : pool.compare(run),
      store: comparisonStore(store.namespace('comparisons')),
      onUnkept: (error) => log.warn({ err: error }, 'a comparison was not kept'),
    });
    return { comparisons, pool };
  });
  return {
    of: async (run) => (await opened()).comparisons.of(run),
    follow: (run, comparison) => {
      let latest: (run: Snapshot) => Comparison = () => comparison;
      void opened().then(({ comparisons }) => {
        latest = comparisons.follow(run, comparison);
      });
      return (current) => latest(current);
    },
    close: async () => {
      await (await opened.begun())?.pool.close();
    },
  };
}
