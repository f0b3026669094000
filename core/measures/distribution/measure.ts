import { defineMeasure } from '../define-measure.ts';
import { groupReferences, reference } from '../references.ts';
import { compute } from './compute.ts';
import { fields } from './fields.ts';
import { distributionPicture } from './picture.ts';
import { table } from './table.ts';
import { words } from './words.ts';

/** The shares of the values of a categorical score; rows are compared as wholes. */
export const measure = defineMeasure({
  kind: 'distribution',
  about: 'the shares of the `categories` of a categorical score, with their entropy',
  tested: 'Jensen–Shannon divergence by the jackknife, labels dealt anew',
  fields,
  references: ({ score, groups }) => [
    ...reference('score', 'score', score),
    ...groupReferences(groups),
  ],
  compute,
  isDistance: true,
  words,
  pictures: [{ chart: 'distribution', fits: () => true, picture: distributionPicture }],
  table,
});
