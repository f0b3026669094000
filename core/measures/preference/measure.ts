import { suggestAllowed } from '../../text/nearest.ts';
import { defineMeasure } from '../define-measure.ts';
import { compute } from './compute.ts';
import { fields } from './fields.ts';

/** Choices between the two of a pair: one row for each option, from items that are pairs, asked in both orders. */
export const measure = defineMeasure({
  kind: 'preference',
  about: 'how likely an option is to be chosen over an average other one, after Bradley and Terry',
  tested: 'signs of opponents',
  fields,
  references: ({ scores }) =>
    scores.map((name, place) => ({ to: 'score' as const, name, path: ['scores', place] })),
  fault: ({ options }, { items }) => {
    const names = options.map(({ value }) => value);
    const unpaired = items.find(({ pair }) => !pair);
    if (unpaired) {
      return {
        path: ['scores'],
        what: `the item “${unpaired.id}” has no \`pair\`, so nobody knows what was chosen.`,
        hint: 'Write `pair: [first, second]` with two of the options.',
      };
    }
    const [strange] = items.flatMap(({ pair = [] }, item) =>
      pair.flatMap((name, place) => (names.includes(name) ? [] : [{ item, place, name }])),
    );
    return (
      strange && {
        of: 'probe',
        path: ['items', strange.item, 'pair', strange.place],
        what: `there is no option called “${strange.name}”.`,
        hint: suggestAllowed(strange.name, names),
      }
    );
  },
  compute,
});
