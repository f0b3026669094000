import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, items, number, probeWith } from '../fixtures/finished.ts';

const probe = probeWith({
  conditions: conditions('plain'),
  items: items(10),
  measures: [
    { id: 'between', label: 'between items', kind: 'spread', of: 'level' },
    { id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 20] },
  ],
});

describe('a spread', () => {
  test('is all between items where each always says the same', async () => {
    const { measures } = compare(await finished(probe, ({ item }) => ({ value: number(item) })));
    expect(measures[0]).toMatchObject({
      declared: false,
      contrasts: [],
      rows: [{ estimate: 1, units: 10, method: 'bootstrap' }],
    });
    expect(measures[0]?.notes[0]).toContain('2 samples of each item make an interval 0 % narrower');
  });

  test('is what the analysis of variance says, with what more samples would do', async () => {
    // Means 0 … 9 with a variance of 9.1667, and two samples 2 apart: 2 within an item. So 8.1667 of
    // 10.1667 lie between; two samples make the interval √(1 − 1 / 10.1667) as wide, five √(8.5667 / 10.1667).
    const { measures } = compare(
      await finished(probe, ({ item, sample }) => ({
        value: number(item) + (sample === 1 ? 1 : -1),
      })),
    );
    expect(measures[0]?.rows[0]?.estimate).toBeCloseTo(8.16667 / 10.16667, 4);
    expect(measures[0]?.notes).toEqual([
      'standard deviation 2.86 between items and 1.41 between samples of one; 2 samples of each item make an interval 5 % narrower, 5 samples 8 %.',
    ]);
  });

  test('is never spoken of in the finding', async () => {
    const { finding } = compare(await finished(probe, ({ item }) => ({ value: number(item) })));
    expect(finding).not.toContain('between items');
  });
});
