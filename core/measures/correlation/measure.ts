import { defineMeasure } from '../define-measure.ts';
import { reference } from '../references.ts';
import { rhoWords } from '../rho-words.ts';
import { compute } from './compute.ts';
import { fields } from './fields.ts';

/** How two other measures go together, over conditions (as differences from the baseline) or over items. */
export const measure = defineMeasure({
  kind: 'correlation',
  about:
    'Spearman’s rho of two measures `x` and `y`, `over: items` (`under: <condition>` for one alone) or `over: conditions`',
  tested: 'whole units dealt anew',
  fields,
  references: ({ x, y, under }) => [
    ...reference('figure', 'x', x),
    ...reference('figure', 'y', y),
    ...reference('condition', 'under', under),
  ],
  fault: ({ under, over }) =>
    under !== undefined && over === 'conditions'
      ? {
          path: ['under'],
          what: 'over conditions a correlation needs them all, and `under` names one.',
          hint: 'Take `under` away, or write `over: items`.',
        }
      : undefined,
  compute,
  words: rhoWords('correlation'),
});
