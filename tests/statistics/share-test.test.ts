import { describe, expect, it } from 'vitest';
import { random } from '../../core/statistics/random.ts';
import type { Tally } from '../../core/statistics/share.ts';
import { binomialTest, shareTest, smallestShareP } from '../../core/statistics/share-test.ts';

const tallies = (yes: readonly number[], of: number): Tally[] =>
  yes.map((one) => ({ yes: one, of }));

describe('binomialTest', () => {
  it.each([
    // Conover 1971, p. 97, as in R's help of binom.test
    [682, 925, 0.75, 0.3825],
    [9, 10, 0.5, 0.021484],
    [0, 12, 0.25, 0.045926],
  ])('%i of %i against %d', (yes, of, p0, p) => {
    expect(binomialTest({ yes, of }, p0)).toBeCloseTo(p, 4);
  });

  it('is 1 where the count is the likeliest', () => {
    expect(binomialTest({ yes: 3, of: 12 }, 0.25)).toBeCloseTo(1, 9);
  });
});

describe('shareTest', () => {
  it('is binomial where each item was asked once, or all trials agree', () => {
    const once = tallies([1, 1, 1, 0, 0, 0, 0, 0], 1);
    expect(shareTest(once, 0.1)).toBeCloseTo(binomialTest({ yes: 3, of: 8 }, 0.1), 12);
    // Eight items are counted, not eighty trials.
    expect(shareTest(tallies(Array(8).fill(0), 10), 0.25)).toBeCloseTo(
      binomialTest({ yes: 0, of: 8 }, 0.25),
      12,
    );
  });

  it('is unsurer where the yeses come from few of the items', () => {
    const spread = shareTest(tallies([1, 1, 1, 1, 1, 1, 0, 0, 0, 0], 3), 0.5) ?? 1;
    const bunched = shareTest(tallies([3, 3, 0, 0, 0, 0, 0, 0, 0, 0], 3), 0.5) ?? 0;
    expect(spread).toBeLessThan(bunched);
  });

  it('claims falsely in about a twentieth of runs at a rare chance, where flipped signs do in a third', () => {
    const chance = random(5);
    const runs = 1_000;
    let claims = 0;
    for (let run = 0; run < runs; run++) {
      const items = Array.from({ length: 12 }, () => {
        const own = 0.2 * chance.unit();
        return { yes: [0, 1].filter(() => chance.unit() < own).length, of: 2 };
      });
      if ((shareTest(items, 0.1) ?? 1) <= 0.05) claims += 1;
    }
    expect(claims / runs).toBeLessThan(0.07);
  });

  it('says nothing of nothing', () => {
    expect(shareTest([], 0.3)).toBeUndefined();
    expect(smallestShareP(0, 0.3)).toBe(1);
  });
});

describe('the smallest p of a share', () => {
  it('is that of all or of none', () => {
    expect(smallestShareP(2, 0.05)).toBeCloseTo(0.0025, 12);
    expect(smallestShareP(6, 0.5)).toBeCloseTo(2 / 64, 12);
  });
});
