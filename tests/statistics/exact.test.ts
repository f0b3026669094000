import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logChoose } from '../../core/statistics/choose.ts';
import { clopperPearson, uniformPosterior } from '../../core/statistics/exact-share.ts';
import { fisherExact } from '../../core/statistics/fisher.ts';
import { mcnemarExact } from '../../core/statistics/mcnemar.ts';
import { binomialUpTo, normalBelow, tTail } from '../../core/statistics/tail.ts';
import { wilson } from '../../core/statistics/wilson.ts';

const tally = fc
  .integer({ min: 1, max: 200 })
  .chain((of) => fc.record({ yes: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

describe('tails', () => {
  it.each([
    ['the paired sleep data', 4.0621, 9, 0.002833],
    ['differences 1, 2, 3, 4', 3.872983, 3, 0.0305],
    ['Darwin’s maize', 2.14799, 14, 0.049703],
  ])('give the p of the t test of %s', (_, t, df, p) => {
    expect(tTail(t, df)).toBeCloseTo(p, 4);
    expect(tTail(-t, df)).toBe(tTail(t, df));
  });

  it('of the normal distribution are those of the tables', () => {
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 8);
    expect(normalBelow(-2.575829)).toBeCloseTo(0.005, 8);
    expect(normalBelow(0)).toBe(0.5);
  });

  it('of the binomial distribution are the sums of its terms', () => {
    fc.assert(
      fc.property(tally, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ yes, of }, p) => {
        let sum = 0;
        for (let k = 0; k <= yes; k++) {
          sum += Math.exp(logChoose(of, k) + k * Math.log(p) + (of - k) * Math.log(1 - p));
        }
        expect(binomialUpTo(yes, of, p)).toBeCloseTo(sum, 9);
      }),
    );
    expect(binomialUpTo(-1, 5, 0.5)).toBe(0);
    expect([5, 0, 1].map((yes) => binomialUpTo(yes, 5, 0.5))).toEqual([1, 1 / 32, 6 / 32]);
    expect(binomialUpTo(2, 50, 0.5)).toBe((1 + 50 + 1225) / 2 ** 50);
    expect([0, 1].map((p) => binomialUpTo(2, 5, p))).toEqual([1, 0]);
  });
});

describe('clopperPearson', () => {
  // Newcombe 1998a, table I, method 5.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [0, 20, 0, 0.1684],
    [20, 20, 0.8316, 1],
  ])('%i of %i', (yes, of, low, high) => {
    const [below, above] = clopperPearson({ yes, of });
    expect(below).toBeCloseTo(low, 4);
    expect(above).toBeCloseTo(high, 4);
  });

  it('ends where the tail of the binomial distribution is half of .05, and says nothing of nothing', () => {
    fc.assert(
      fc.property(tally, ({ yes, of }) => {
        const [low, high] = clopperPearson({ yes, of });
        if (yes > 0) expect(1 - binomialUpTo(yes - 1, of, low)).toBeCloseTo(0.025, 8);
        if (yes < of) expect(binomialUpTo(yes, of, high)).toBeCloseTo(0.025, 8);
      }),
    );
    expect(clopperPearson({ yes: 0, of: 0 })).toEqual([0, 1]);
  });

  it('is wider than Wilson’s in the middle', () => {
    const [low, high] = clopperPearson({ yes: 10, of: 20 });
    const [below, above] = wilson(0.5, 20);
    expect(low).toBeLessThan(below);
    expect(high).toBeGreaterThan(above);
  });
});

describe('uniformPosterior', () => {
  it.each([
    [0, 10, 0.0023, 0.2849],
    [3, 10, 0.1093, 0.6097],
  ])('%i of %i', (yes, of, low, high) => {
    const [below, above] = uniformPosterior({ yes, of });
    expect(below).toBeCloseTo(low, 4);
    expect(above).toBeCloseTo(high, 4);
  });

  it('of no trials is the middle of all shares', () => {
    const [low, high] = uniformPosterior({ yes: 0, of: 0 }, 0.9);
    expect(low).toBeCloseTo(0.05, 12);
    expect(high).toBeCloseTo(0.95, 12);
  });
});

describe('fisherExact', () => {
  it('is .4857 for the lady who tasted tea', () => {
    expect(fisherExact({ yes: 3, of: 4 }, { yes: 1, of: 4 })).toBeCloseTo(34 / 70, 10);
  });

  it('counts only the tables that are no likelier: Fisher’s twins', () => {
    // R: fisher.test(matrix(c(2, 10, 15, 3), 2)), p = 0.0005367.
    expect(fisherExact({ yes: 2, of: 17 }, { yes: 10, of: 13 })).toBeCloseTo(0.0005367, 7);
  });

  it('does not depend on the order, nor on what is called yes', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const no = ({ yes, of }: typeof a) => ({ yes: of - yes, of });
        const p = fisherExact(a, b);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(b, a)).toBeCloseTo(p, 9);
        expect(fisherExact(no(a), no(b))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('mcnemarExact', () => {
  it.each([
    [10, 2, 0.03857],
    [15, 5, 0.04139],
    [6, 0, 0.03125],
    [4, 4, 1],
    [0, 0, 1],
  ])('%i against %i', (b, c, p) => {
    expect(mcnemarExact(b, c)).toBeCloseTo(p, 5);
    expect(mcnemarExact(c, b)).toBe(mcnemarExact(b, c));
  });
});
