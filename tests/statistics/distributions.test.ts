import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dealtDivergence,
  entropy,
  jensenShannon,
  meanDistribution,
  swappedDivergence,
} from '../../core/statistics/jensen-shannon.ts';
import { random } from '../../core/statistics/random.ts';

describe('entropy', () => {
  it('is 0 for one outcome, and the bits of a choice among equal ones', () => {
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBe(2);
    expect(entropy([0.5, 0.25, 0.25])).toBe(1.5);
  });
});

describe('jensenShannon', () => {
  it('is .095816 bits for (.5, .3, .2) against (.2, .3, .5)', () => {
    expect(jensenShannon([0.5, 0.3, 0.2], [0.2, 0.3, 0.5])).toBeCloseTo(0.095816, 6);
  });

  it('is a bit where nothing is shared, 0 where all is, and the same both ways', () => {
    expect(jensenShannon([1, 0], [0, 1])).toBe(1);
    const distribution = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })
      .filter((counts) => counts.some((count) => count > 0))
      .map((counts) => {
        const sum = counts.reduce((total, count) => total + count, 0);
        return counts.map((count) => count / sum);
      });
    fc.assert(
      fc.property(distribution, distribution, (a, b) => {
        const bits = jensenShannon(a, b);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(1 + 1e-12);
        expect(jensenShannon(b, a)).toBeCloseTo(bits, 12);
        expect(jensenShannon(a, a)).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('meanDistribution', () => {
  it('gives each item the same weight', () => {
    expect(
      meanDistribution([
        [1, 0],
        [0.5, 0.5],
      ]),
    ).toEqual([0.75, 0.25]);
  });
});

const items = (list: readonly number[]) => list.map((share) => [share, 1 - share]);

describe('the p of a divergence', () => {
  it('of swapped labels nears 2 of 2^8 where all eight items moved one way', () => {
    const a = items([0.9, 0.8, 0.9, 0.7, 0.8, 0.9, 0.6, 0.8]);
    const b = items([0.5, 0.4, 0.5, 0.3, 0.2, 0.5, 0.4, 0.3]);
    const { p, minimumDetectableEffect } = swappedDivergence(a, b, random(2));
    expect(minimumDetectableEffect).toBeGreaterThan(0);
    expect(minimumDetectableEffect).toBeLessThan(1);
    expect(p).toBeCloseTo(2 / 256, 2);
    expect(p).toBeLessThan(0.012);
    expect(swappedDivergence(a, b, random(2)).p).toBe(p);
  });

  it('of dealt labels nears 2 of 70 where two sets of four lie apart', () => {
    const { p } = dealtDivergence(items([0.9, 0.8, 0.9, 1]), items([0.1, 0.2, 0, 0.1]), random(2));
    expect(p).toBeCloseTo(2 / 70, 2);
  });

  it('is 1 where nothing moved', () => {
    const same = items([0.9, 0.1, 0.4]);
    expect(swappedDivergence(same, same, random(1)).p).toBe(1);
    expect(dealtDivergence(items([0.5, 0.5]), items([0.5, 0.5]), random(1)).p).toBe(1);
  });

  it('counts items, so that a few that each always say the same prove little', () => {
    const { p } = dealtDivergence(items([1, 1, 0, 1]), items([0, 0, 1, 0]), random(4));
    expect(p).toBeGreaterThan(0.3);
  });
});
