import type { Item, Probe } from '../domain/probe.ts';
import { optionsOf } from '../probes/scores.ts';
import { filledAll, valuesFor } from '../probes/values.ts';
import type { Scorer } from '../scoring/scorer.ts';

type Score = Probe['scores'][number];

/** A score's own fields as its scorer reads them, for an item under a condition. */
export type ScorerOptions = (
  scorer: Scorer,
  score: Score,
  item: Item,
  condition: string,
) => unknown;

/** The start of a slot that an item or a condition fills. */
const SLOT = '[[';

/** Fills and checks each score's fields once for all trials that share them: a rubric can be long. */
export function scorerOptions(probe: Probe): ScorerOptions {
  const conditions = new Map(probe.conditions.map((one) => [one.id, one]));
  const slotted = new Set(
    probe.scores
      .filter((score) => JSON.stringify(optionsOf(score)).includes(SLOT))
      .map(({ id }) => id),
  );
  const known = new Map<string, unknown>();
  return (scorer, score, item, condition) => {
    const place = slotted.has(score.id) ? [score.id, item.id, condition] : [score.id];
    const key = place.join('\u0000');
    if (known.has(key)) return known.get(key);
    const values = valuesFor(item.values, conditions.get(condition)?.values);
    const options = scorer.options.parse(filledAll(optionsOf(score), values));
    known.set(key, options);
    return options;
  };
}
