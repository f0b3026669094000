import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { evidenceOf } from '../../core/measures/evidence.ts';
import { WORDS } from '../fixtures/app.ts';
import { finished, number } from '../fixtures/finished.ts';

const urged = ({ condition }: { condition: string }) => ({ value: condition === 'urged' ? 1 : 0 });

describe('e-values', () => {
  test('are for repeats: a first run has none', async () => {
    const first = compare(await finished(WORDS, urged));
    expect(first.measures[0]?.contrasts[0]?.evidence).toBeUndefined();
    expect(first.finding).not.toContain('e-value');
  });

  test('come from the signs of the items, and multiply along a chain', async () => {
    const second = compare(await finished(WORDS, urged, { evidence: {} }));
    // Eight of eight against a coin: B(9, 1) · 2^8 = 256 / 9.
    expect(second.measures[0]?.contrasts[0]?.evidence?.e).toBeCloseTo(256 / 9, 9);
    expect(second.finding).toContain(
      'On these very items the e-value over all repeats is 28.4, which is enough however often one looked (20 is the mark).',
    );
    const carried = evidenceOf(second);
    const third = compare(await finished(WORDS, urged, { evidence: carried }));
    expect(third.measures[0]?.contrasts[0]?.evidence?.total).toBeCloseTo((256 / 9) ** 2, 6);
  });

  test('are 1 where no item moved, so that a repeat may add nothing', async () => {
    const still = compare(await finished(WORDS, () => ({ value: 1 }), { evidence: {} }));
    expect(still.measures[0]?.contrasts[0]?.evidence).toEqual({ e: 1, total: 1 });
  });

  test('fall where the items go both ways, and say that it is not enough', async () => {
    const { measures } = compare(
      await finished(
        WORDS,
        ({ condition, item }) => ({
          value: Number((condition === 'urged') === number(item) < 4),
        }),
        { evidence: {} },
      ),
    );
    // Four of eight: B(5, 5) · 2^8 = 256 / 630.
    expect(measures[0]?.contrasts[0]?.evidence?.e).toBeCloseTo(256 / 630, 9);
  });

  test('of another contrast are not counted in', async () => {
    const { measures } = compare(
      await finished(WORDS, urged, { evidence: { 'something else': 1000 } }),
    );
    expect(measures[0]?.contrasts[0]?.evidence?.total).toBeCloseTo(256 / 9, 9);
  });
});
