import { share } from '../../statistics/share.ts';
import { defineMeasure } from '../define-measure.ts';
import { groupReferences } from '../references.ts';
import { fields, satisfies } from './fields.ts';
import { floorAgainst, pairedShares, shareAgainst, tallyOf, unpairedShares } from './tests.ts';
import { trialValue } from './values.ts';

/** The share of trials for which every clause of `when` holds. */
export const measure = defineMeasure({
  kind: 'share',
  about:
    'the share of trials for which every clause of `when` holds (`is`, `below`, `above`), Wilson’s interval',
  tested:
    'signs of items; McNemar’s where each is a yes or a no; a binomial test against a chance other than one half',
  fields,
  references: (share) => [
    ...share.when.map(({ score }, place) => ({
      to: 'score' as const,
      name: score,
      path: ['when', place, 'score'],
    })),
    ...groupReferences(share.groups),
  ],
  counts: ({ when }, score) => {
    const clause = when.find((one) => one.score === score);
    return clause && ((value) => satisfies(clause, value));
  },
  figure: {
    scores: ({ when }) => when.map(({ score }) => score),
    values: (judged, one) => [trialValue(judged, one)],
    form: () => ({ format: 'percent', scale: [0, 1] }),
    method: 'wilson',
    estimate: (units) => {
      const found = share(units.map(tallyOf));
      if (!found) throw new RangeError('a row without units has no share');
      return { estimate: found.estimate, interval: found.interval };
    },
    paired: (a, b, _, seed) => pairedShares(a, b, seed),
    unpaired: (a, b, _, seed) => unpairedShares(a, b, seed),
    againstChance: (units, chance, _, seed) => shareAgainst(units, chance, seed),
    floorAgainst,
  },
});
