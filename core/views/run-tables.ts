import { isDeepStrictEqual } from 'node:util';
import { headlineMeasure } from '../comparison/headline.ts';
import type { Comparison, MeasureResult } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { firstRows } from './tables/cut.ts';
import { differencesTable } from './tables/differences.ts';
import { briefEstimates, estimateTables } from './tables/estimates.ts';
import type { TableBlock } from './view.ts';

/** As much as a channel takes without being flooded: about fifteen lines of figures on a phone. */
export const CHANNEL = { rows: 12, differences: 5, notes: 3 } as const;

export interface Numbers {
  readonly tables: readonly TableBlock[];
  /** Sentences beside the tables. */
  readonly notes: readonly string[];
}

/** Every number of a run: each measure's estimates, and its differences. */
export function allNumbers(
  plan: Plan,
  measures: readonly MeasureResult[],
  kinds: MeasureKinds = MEASURES,
): Numbers {
  return {
    tables: [
      ...estimateTables(plan, measures, kinds),
      ...measures.flatMap((measure) => differencesTable(plan, measure) ?? []),
    ],
    notes: notesOf(measures),
  };
}

/** Those that the finding rests on, as far as the channel takes them. `more`: there are others. */
export function channelNumbers(
  plan: Plan,
  comparison: Comparison,
  kinds: MeasureKinds = MEASURES,
): Numbers & { readonly more: boolean } {
  const headline = headlineMeasure(comparison);
  const differences = headline && differencesTable(plan, headline);
  const shown: Numbers = {
    tables: [
      ...(headline ? briefEstimates(plan, headline, kinds) : []).map((table) =>
        firstRows(table, CHANNEL.rows),
      ),
      ...(differences ? [firstRows(differences, CHANNEL.differences)] : []),
    ],
    notes: notesOf(headline ? [headline] : []).slice(0, CHANNEL.notes),
  };
  return {
    ...shown,
    more: !isDeepStrictEqual(shown, allNumbers(plan, comparison.measures, kinds)),
  };
}

function notesOf(measures: readonly MeasureResult[]): readonly string[] {
  return measures.flatMap(({ label, notes }) => notes.map((note) => `${label}. ${note}`));
}
