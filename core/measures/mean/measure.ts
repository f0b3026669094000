import type { Interval } from '../../domain/interval.ts';
import { defineMeasure } from '../define-measure.ts';
import { groupReferences, reference } from '../references.ts';
import { fields, type MeanMeasure } from './fields.ts';
import { notesOf } from './notes.ts';
import { valuesOf } from './values.ts';

/** The mean of a numeric score. */
export const measure = defineMeasure({
  kind: 'mean',
  about: 'the mean of a numeric `score` over its `scale`, with a t interval on the items’ means',
  tested: 'signs of items',
  fields,
  references: ({ score, minus, groups, turned }) => [
    ...reference('score', 'score', score),
    ...reference('score', 'minus', minus),
    ...groupReferences(groups),
    ...groupReferences(turned, 'turned'),
  ],
  drawsContrasts: ({ over }) => over !== 'each',
  figure: {
    scores: ({ score }) => [score],
    values: valuesOf,
    form: (one) => ({
      format: one.rescale ? 'percent' : 'number',
      scale: scaleOf(one),
      per: one.over === 'slope' ? 'turn' : undefined,
    }),
    notes: notesOf,
  },
});

/** The range that the figure can take. */
function scaleOf({ scale, rescale, over, minus }: MeanMeasure): Interval {
  const [low, high] = rescale ? [0, 1] : scale;
  const moves = over === 'slope' || over === 'change' || minus !== undefined;
  return moves ? [low - high, high - low] : [low, high];
}
