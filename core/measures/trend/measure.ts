import { defineMeasure } from '../define-measure.ts';
import { reference } from '../references.ts';
import { rhoWords } from '../rho-words.ts';
import { compute, LEAST_RUNGS } from './compute.ts';
import { fields } from './fields.ts';

/** How far another measure rises with the rank of the condition, for each ladder: Spearman's rho, −1 to 1. */
export const measure = defineMeasure({
  kind: 'trend',
  about:
    'how far the measure `of` rises with `rank`: Spearman’s rho of each item over the rungs, averaged',
  tested: 'signs of items',
  fields,
  references: ({ of }) => reference('figure', 'of', of),
  fault: (_, { conditions }) => {
    const ranked = conditions.filter(({ rank }) => rank !== undefined);
    const ladders = [...Map.groupBy(ranked, ({ ladder }) => ladder).values()];
    const longest = Math.max(0, ...ladders.map((rungs) => rungs.length));
    return longest < LEAST_RUNGS
      ? {
          path: [],
          what: `a trend needs a ladder of three conditions with a \`rank\`, and the longest here has ${longest}.`,
          hint: 'Give each condition of the ladder its `rank`.',
        }
      : undefined;
  },
  compute,
  words: rhoWords('trend'),
});
