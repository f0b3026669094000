import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, number, predicting, probeWith } from '../fixtures/finished.ts';

const RUNGS = ['none', 'one', 'four', 'many'];
const MEASURES = [
  { id: 'rises', label: 'rises', kind: 'trend', of: 'level' },
  { id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 10] },
];

const ladder = (more: object = {}) =>
  probeWith({
    conditions: conditions(...RUNGS).map((one, rank) => ({ ...one, rank })),
    baseline: 'none',
    measures: MEASURES,
    samples: 1,
    ...more,
  });

describe('a trend', () => {
  test('is the mean over items of each one’s rho, tested by flipping their signs', async () => {
    const up = { measure: 'rises', under: 'many', direction: 'more' };
    const { measures, finding } = compare(
      await finished(ladder(predicting(up)), ({ condition, item }) => ({
        value: number(item) + RUNGS.indexOf(condition) ** 2,
      })),
    );
    expect(measures[0]?.rows).toMatchObject([{ estimate: 1, units: 8, method: 't' }]);
    expect(measures[0]?.contrasts).toMatchObject([
      { difference: 1, p: 2 / 2 ** 8, verdict: 'difference', prediction: 'as predicted' },
    ]);
    expect(finding).toBe(
      'larch / assistant, rises: Spearman’s rho 1.00 (8 items × 1), as PSM predicts.',
    );
  });

  test('has a t interval over items, and from it what could have been seen', async () => {
    const { measures, finding } = compare(
      await finished(ladder(), ({ condition, item }) => {
        const place = RUNGS.indexOf(condition);
        return { value: number(item) % 2 ? place : 3 - place };
      }),
    );
    // Four rhos of 1 and four of −1: sd 1.0690, se .37796, and 2.36462 of them with 7 df.
    const [one] = measures[0]?.contrasts ?? [];
    expect(one?.difference).toBe(0);
    expect(one?.interval?.[1]).toBeCloseTo(0.89373, 4);
    // 2.36462 and .89603 of them: t at .975 and at .8.
    expect(one?.minimumDetectableEffect).toBeCloseTo(0.37796 * (2.36462 + 0.89603), 4);
    expect(finding).toBe(
      'No trend found in “rises”; this run was too small to see any but by luck.',
    );
  });

  test('is one for each ladder, and none of two rungs', async () => {
    const two = ladder({
      conditions: [
        ...['a', 'b', 'c'].map((id, rank) => ({ id, label: id, rank, ladder: 'long' })),
        ...['d', 'e'].map((id, rank) => ({ id, label: id, rank, ladder: 'short' })),
      ],
      baseline: 'a',
    });
    const { measures } = compare(
      await finished(two, ({ condition }) => ({ value: condition.charCodeAt(0) - 97 })),
    );
    expect(measures[0]?.rows.map(({ group, estimate }) => [group, estimate])).toEqual([
      ['long', 1],
    ]);
  });

  test('counts an item that does not move as 0 and leaves out one with too few rungs', async () => {
    const { measures } = compare(
      await finished(ladder(), ({ condition, item }) => {
        if (number(item) === 0) return { value: 5 };
        if (number(item) === 1 && condition !== 'none') return { outcome: 'refused' };
        return { value: RUNGS.indexOf(condition) };
      }),
    );
    expect(measures[0]?.rows).toMatchObject([{ estimate: 6 / 7, units: 7 }]);
  });
});
