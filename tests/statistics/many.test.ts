import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../core/statistics/kappa.ts';
import { benjaminiHochberg, holm } from '../../core/statistics/multiple.ts';
import { random } from '../../core/statistics/random.ts';
import { ranks, spearman } from '../../core/statistics/rank.ts';
import { slope } from '../../core/statistics/slope.ts';

/** The 15 p values of Benjamini and Hochberg 1995, section 4. */
const fifteen = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
];
const rejected = (ps: readonly number[]) => ps.filter((p) => p <= 0.05).length;

describe('corrections for many tests', () => {
  it('reject four and three of the fifteen', () => {
    expect(rejected(benjaminiHochberg(fifteen))).toBe(4);
    expect(benjaminiHochberg(fifteen)[3]).toBeCloseTo(0.035625, 12);
    expect(rejected(holm(fifteen))).toBe(3);
  });

  it('never let a larger p come out below a smaller one', () => {
    const rounded = (ps: readonly number[]) => ps.map((p) => Number(p.toFixed(12)));
    expect(rounded(holm([0.04, 0.01, 0.03, 0.02]))).toEqual([0.06, 0.04, 0.06, 0.06]);
    expect(rounded(benjaminiHochberg([0.04, 0.01, 0.035, 0.5]))).toEqual([
      0.053333333333, 0.04, 0.053333333333, 0.5,
    ]);
  });

  it('do not depend on the order, never lower a p, and Holm is never the milder', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(ps, (list) => {
        const [strict, mild] = [holm(list), benjaminiHochberg(list)];
        expect(holm(list.toReversed())).toEqual(strict.toReversed());
        expect(benjaminiHochberg(list.toReversed())).toEqual(mild.toReversed());
        list.forEach((p, at) => {
          expect(mild[at]).toBeGreaterThanOrEqual(p - 1e-12);
          expect(strict[at]).toBeGreaterThanOrEqual((mild[at] ?? 1) - 1e-12);
        });
      }),
    );
  });
});

describe('cohenKappa', () => {
  it('is .4 for the table 20, 5, 10, 15', () => {
    const cells = [
      [20, 'yes', 'yes'],
      [5, 'yes', 'no'],
      [10, 'no', 'yes'],
      [15, 'no', 'no'],
    ] as const;
    const pairs = cells.flatMap(([n, a, b]) => Array.from({ length: n }, () => [a, b] as const));
    const result = cohenKappa(pairs);
    expect(result?.kappa).toBeCloseTo(0.4, 12);
    expect(result).toMatchObject({ agreement: 0.7, pairs: 50 });
  });

  it('has no value where both always say the same one thing, nor without pairs', () => {
    expect(cohenKappa([['a', 'a']])).toEqual({ agreement: 1, kappa: undefined, pairs: 1 });
    expect(cohenKappa([])).toBeUndefined();
  });

  it('has the standard error of Fleiss, Cohen and Everitt: .087 with kappa .68', () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const pairs = table.flatMap((row, a) =>
      row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)),
    );
    const result = cohenKappa(pairs);
    expect(result?.kappa).toBeCloseTo(0.676471, 6);
    expect(result?.standardError).toBeCloseTo(0.087703, 6);
    expect(result?.interval?.[0]).toBeGreaterThan(0.48);
    expect(result?.interval?.[1]).toBeLessThan(0.86);
  });

  it('leaves room for doubt where all pairs agree', () => {
    const pairs = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'].map((label) => [label, label] as const);
    const { kappa, standardError, interval: [low, high] = [0, 0] } = cohenKappa(pairs) ?? {};
    expect([kappa, standardError, high]).toEqual([1, 0, 1]);
    expect(low).toBeLessThan(0.8);
  });

  it.each([
    ['of two that agree well', [0.45, 0.03, 0.03, 0.49]],
    ['of a rare label', [0.1, 0.05, 0.05, 0.8]],
    ['by chance', [0.25, 0.25, 0.25, 0.25]],
  ])('covers the true kappa in 94 %% of runs of 20 and more: %s', (_, cells) => {
    const chance = random(11);
    const [a = 0, b = 0, c = 0, d = 0] = cells;
    const byChance = (a + b) * (a + c) + (c + d) * (b + d);
    const truth = (a + d - byChance) / (1 - byChance);
    const draw = () => {
      const at = chance.unit();
      if (at < a) return [0, 0] as const;
      if (at < a + b) return [0, 1] as const;
      return at < a + b + c ? ([1, 0] as const) : ([1, 1] as const);
    };
    const runs = Array.from({ length: 2_000 }, () => cohenKappa(Array.from({ length: 20 }, draw)));
    const told = runs.flatMap((run) => (run?.interval ? [run.interval] : []));
    const held = told.filter(([low, high]) => low <= truth && truth <= high);
    expect(held.length / told.length).toBeGreaterThan(0.94);
  });
});

describe('spearman', () => {
  it('is −29/165 for ten pairs of IQ and hours of television', () => {
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('shares ranks among ties, and has no value where one side does not vary', () => {
    expect(ranks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    expect(spearman([1, 2, 3], [5, 5, 5])).toBeUndefined();
  });
});

describe('slope', () => {
  it('finds the line, and none over a single x', () => {
    expect(
      slope([
        [0, 90],
        [2, 84],
        [4, 82],
        [6, 72],
      ]),
    ).toBeCloseTo(-2.8, 12);
    expect(slope([[1, 2]])).toBeUndefined();
  });
});
