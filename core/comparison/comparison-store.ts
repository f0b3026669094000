import { z } from 'zod';
import type { Comparison } from '../domain/comparison.ts';
import type { Snapshot } from '../domain/run.ts';
import type { Shelf } from '../store/store.ts';
import { type RecordKind, versionedShelf } from '../store/versioned.ts';

/** To be raised whenever the same trials give another comparison: kept ones are then computed anew. */
export const STATISTICS = 2;

/** Comparisons that were computed before, by this process or another. */
export interface ComparisonStore {
  /** Undefined where there is none of this very state of the run, by these statistics. Never rejects. */
  get(run: Snapshot): Promise<Comparison | undefined>;
  set(run: Snapshot, comparison: Comparison): Promise<void>;
}

export function comparisonStore(shelf: Shelf, statistics = STATISTICS): ComparisonStore {
  const kept = versionedShelf(shelf, KEPT);
  return {
    get: async (run) => {
      try {
        const found = await kept.get(keyOf(run));
        const fits = found?.statistics === statistics && found.state === stateOf(run);
        return fits ? found.comparison : undefined;
      } catch {
        // One that is damaged, or of a newer version, can be computed again.
        return undefined;
      }
    },
    set: (run, comparison) => kept.set(keyOf(run), { statistics, state: stateOf(run), comparison }),
  };
}

/** Trials and judgements are added and never change, so that their numbers tell one state from another. */
export function stateOf({ state, settled, trials, judgements }: Snapshot): string {
  return [state, settled, trials.length, judgements.length].join('/');
}

/** A run is also compared for its e-values, which a first look at it has none of. */
export function keyOf({ plan }: Snapshot): string {
  return plan.evidence ? `${plan.runId}/evidence` : plan.runId;
}

const row = z.looseObject({
  subjectId: z.string(),
  estimate: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  units: z.number(),
  outcomes: z.record(z.string(), z.number()),
  trials: z.number(),
  scored: z.number(),
});

const contrast = z.looseObject({
  a: z.looseObject({ subjectId: z.string() }),
  varies: z.string(),
  pairs: z.number(),
  verdict: z.string(),
});

const measure = z.looseObject({
  id: z.string(),
  label: z.string(),
  kind: z.string(),
  format: z.string(),
  scale: z.tuple([z.number(), z.number()]),
  rows: z.array(row),
  contrasts: z.array(contrast),
  notes: z.array(z.string()),
});

/** Enough to be drawn: what it holds in detail was made by this version of the statistics. */
const shape = z.looseObject({
  runId: z.string(),
  probe: z.string(),
  measures: z.array(measure),
  finding: z.string(),
  warnings: z.array(z.string()),
  judges: z.array(z.looseObject({ model: z.string() })),
  agreement: z.array(z.looseObject({ score: z.string() })),
  lengths: z.number().optional(),
});

interface Kept {
  readonly statistics: number;
  readonly state: string;
  readonly comparison: Comparison;
}

const KEPT: RecordKind<Kept> = {
  name: 'comparison',
  version: 1,
  schema: z.object({
    statistics: z.number(),
    state: z.string(),
    comparison: z.custom<Comparison>((value) => shape.safeParse(value).success),
  }),
};
