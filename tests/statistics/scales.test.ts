import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circularTriads } from '../../core/statistics/circular-triads.ts';
import { cronbachAlpha } from '../../core/statistics/cronbach.ts';
import { minimumDetectableCorrelation } from '../../core/statistics/minimum-detectable-effect.ts';

describe('cronbachAlpha', () => {
  it('of two items of one variance is 2 r / (1 + r) (Spearman and Brown 1910)', () => {
    // Variances 1 and 1, correlation .5, and 3 for the sums: 2 · (1 − 2 / 3).
    const table = [
      [1, 2],
      [2, 4],
      [3, 3],
    ];
    expect(cronbachAlpha(table)).toBeCloseTo(2 / 3, 12);
  });

  it('is 1 where all items are one, whatever a constant is added', () => {
    const table = [1, 4, 2, 9].map((value) => [value, value + 3, value - 1]);
    expect(cronbachAlpha(table)).toBeCloseTo(1, 12);
  });

  it('may lie far below 0 where items go against each other', () => {
    // Variances 1 and 1, sums 3, 3, 4 with a variance of 1 / 3: 2 · (1 − 6).
    const table = [
      [1, 2],
      [2, 1],
      [3, 1],
    ];
    expect(cronbachAlpha(table)).toBeCloseTo(2 * (1 - (1 + 1 / 3) / (1 / 3)), 12);
  });

  it('says nothing of one item, one respondent or sums that never differ', () => {
    expect(cronbachAlpha([[1], [2]])).toBeUndefined();
    expect(cronbachAlpha([[1, 2]])).toBeUndefined();
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined();
  });
});

describe('circularTriads', () => {
  it('is none in a ranking and one in a circle', () => {
    expect(circularTriads([3, 1, 2, 5, 4], (a, b) => a - b)).toEqual({ all: 10, circular: 0 });
    const beats: Record<string, string> = { rock: 'scissors', scissors: 'paper', paper: 'rock' };
    const lead = (a: string, b: string) => (beats[a] === b ? 1 : -1);
    expect(circularTriads(['rock', 'paper', 'scissors'], lead)).toEqual({ all: 1, circular: 1 });
  });

  it('is what the wins of each say: k (k − 1) (2k − 1) / 12 − Σ a² / 2 (Kendall 1948)', () => {
    const k = 7;
    const options = Array.from({ length: k }, (_, at) => at);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: k * k, maxLength: k * k }), (coins) => {
        const lead = (a: number, b: number) =>
          a < b ? (coins[a * k + b] ? 1 : -1) : coins[b * k + a] ? -1 : 1;
        const wins = options.map((a) => options.filter((b) => b !== a && lead(a, b) > 0).length);
        const squares = wins.reduce((sum, own) => sum + own * own, 0);
        const found = circularTriads(options, lead);
        expect(found.all).toBe(35);
        expect(found.circular).toBe((k * (k - 1) * (2 * k - 1)) / 12 - squares / 2);
      }),
    );
  });

  it('leaves out a triple with an undecided pair', () => {
    const lead = (a: number, b: number) => (a + b === 1 ? 0 : a - b);
    expect(circularTriads([0, 1, 2, 3], lead)).toEqual({ all: 2, circular: 0 });
  });
});

describe('minimumDetectableCorrelation', () => {
  it.each([
    // ((1.959964 + .841621) / artanh r)² + 3 pairs
    [29.0122, 0.5],
    [84.9285, 0.3],
    [193.8, 0.2],
  ])('of %d pairs is the textbook’s %d', (units, rho) => {
    expect(minimumDetectableCorrelation(units)).toBeCloseTo(rho, 3);
  });

  it('has no value below four pairs, and stays below 1', () => {
    expect(minimumDetectableCorrelation(3)).toBeUndefined();
    expect(minimumDetectableCorrelation(4)).toBeLessThan(1);
  });
});
