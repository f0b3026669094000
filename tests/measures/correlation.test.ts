import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, items, number, probeWith } from '../fixtures/finished.ts';

const mean = (id: string) => ({ id, label: id, kind: 'mean', score: id, scale: [0, 100] });
const together = (over: string) => ({
  id: 'together',
  label: 'go together',
  kind: 'correlation',
  x: 'said',
  y: 'done',
  over,
});
const pattern = (id: string) => ({ id, by: 'pattern', pattern: 'yes' });

const probe = (over: string, more: object = {}) =>
  probeWith({
    scores: [pattern('said'), pattern('done')],
    measures: [together(over), mean('said'), mean('done')],
    conditions: conditions('plain'),
    samples: 1,
    ...more,
  });

describe('a correlation over items', () => {
  test('is Spearman’s, tested by dealing one measure anew', async () => {
    const { measures, finding } = compare(
      await finished(probe('items'), ({ item }, { score }) => ({
        value: score === 'said' ? number(item) : number(item) ** 2,
      })),
    );
    const [one] = measures[0]?.contrasts ?? [];
    expect(one).toMatchObject({ difference: 1, pairs: 8, unit: 'item', verdict: 'difference' });
    // 2 of 8! deals are as extreme: 5 in 100,000.
    expect(one?.p).toBeLessThan(0.001);
    expect(finding).toContain('Spearman’s rho 1.00 (8 items × 1)');
  });

  test('says which rho a null could have seen', async () => {
    // Ranks of (0, 1, …, 7) against (3, 6, 0, 5, 2, 7, 1, 4): Σd² = 9+25+4+4+4+4+25+9 = 84, so that
    // rho is 1 − 6 · 84 / (8 · 63) = 0.
    const other = [3, 6, 0, 5, 2, 7, 1, 4];
    const { measures, finding } = compare(
      await finished(probe('items'), ({ item }, { score }) => ({
        value: score === 'said' ? number(item) : (other[number(item)] ?? 0),
      })),
    );
    expect(measures[0]?.contrasts[0]?.difference).toBeCloseTo(0, 12);
    // tanh(2.801585 / √5)
    expect(measures[0]?.contrasts[0]?.minimumDetectableEffect).toBeCloseTo(0.8491, 4);
    expect(finding).toBe(
      'No correlation found in “go together”; this run could have seen a rho of 0.85.',
    );
  });

  test('counts an item once, under however many conditions it was asked', async () => {
    const { measures } = compare(
      await finished(
        probe('items', { conditions: conditions('plain', 'a', 'b', 'c'), items: items(7) }),
        ({ item }, { score }) => ({ value: score === 'said' ? number(item) : -number(item) }),
      ),
    );
    expect(measures[0]?.rows).toMatchObject([{ estimate: expect.closeTo(-1, 9), units: 7 }]);
    expect(measures[0]?.contrasts[0]?.pairs).toBe(7);
    expect(measures[0]?.contrasts[0]?.p).toBeLessThan(0.005);
  });

  test('cannot tell from three items', async () => {
    const { measures } = compare(
      await finished(probe('items', { items: items(3) }), ({ item }) => ({ value: number(item) })),
    );
    // 2 of 3! deals: a p of a third at best.
    expect(measures[0]?.contrasts).toMatchObject([{ verdict: 'too few', needed: 8 }]);
  });
});

describe('a correlation over conditions', () => {
  test('is of differences from the baseline, and says how far each moves', async () => {
    const said = [0, 10, -20, 30, -10, 20, 5];
    const { measures } = compare(
      await finished(
        probe('conditions', {
          conditions: conditions('plain', 'a', 'b', 'c', 'd', 'e', 'f'),
          measures: [together('conditions'), mean('said'), mean('done')],
        }),
        ({ condition }, { score }) => {
          const moved = said['abcdef'.indexOf(condition) + 1] ?? 0;
          const by = condition === 'plain' ? 0 : moved;
          return { value: score === 'said' ? 50 + by : 40 + by / 2 };
        },
      ),
    );
    expect(measures[0]?.rows).toMatchObject([{ estimate: 1, units: 6, unit: 'condition' }]);
    expect(measures[0]?.notes).toEqual([
      'larch / assistant: both move the same way in 6 of 6 cells. “done” moves 0.50 times as far as “said”.',
    ]);
  });
});
