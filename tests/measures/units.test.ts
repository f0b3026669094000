import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { finished, items, number, probeWith } from '../fixtures/finished.ts';

const sides = probeWith({
  items: items(16).map((item) => ({ ...item, unit: `coin-${Math.floor(number(item.id) / 2)}` })),
  samples: 1,
  measures: [{ id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] }],
});

describe('items of one unit', () => {
  test('are averaged and count as one', async () => {
    // Heads are 40 too high and tails 40 too low, whatever the frame does.
    const { measures } = compare(
      await finished(sides, ({ condition, item }) => ({
        value:
          50 +
          (number(item) % 2 ? -40 : 40) +
          (condition === 'urged' ? 1 + (Math.floor(number(item) / 2) % 2) : 0),
      })),
    );
    expect(measures[0]?.rows).toMatchObject([
      { estimate: 50, units: 8, trials: 16, interval: undefined },
      { estimate: 51.5, units: 8, trials: 16 },
    ]);
    expect(measures[0]?.contrasts).toMatchObject([
      { difference: 1.5, pairs: 8, p: 2 / 2 ** 8, verdict: 'difference' },
    ]);
  });

  test('leave a unit out only where both are lost', async () => {
    const { measures } = compare(
      await finished(sides, ({ item }) =>
        [0, 2, 3].includes(number(item)) ? { outcome: 'refused' } : { value: number(item) % 2 },
      ),
    );
    expect(measures[0]?.rows[0]?.units).toBe(7);
  });
});
