import { defineMeasure } from '../define-measure.ts';
import { reference } from '../references.ts';
import { compute } from './compute.ts';
import { fields } from './fields.ts';

/** How much of the variance of another measure lies between items rather than between samples of one, 0 to 1. */
export const measure = defineMeasure({
  kind: 'spread',
  about: 'how much of the variance of the measure `of` lies between items',
  tested: 'nothing: it describes',
  fields,
  references: ({ of }) => reference('figure', 'of', of),
  drawsContrasts: () => false,
  compute,
});
