import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../core/statistics/newcombe.ts';
import { criticalValue } from '../../core/statistics/quantile.ts';
import { random } from '../../core/statistics/random.ts';
import { correlation } from '../../core/statistics/rank.ts';
import { share, type Tally } from '../../core/statistics/share.ts';
import { independentShares, shareDifference } from '../../core/statistics/share-difference.ts';
import { wilson } from '../../core/statistics/wilson.ts';

describe('wilson', () => {
  // Newcombe 1998a, table I; the last is from the same formula.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [0, 10, 0, 0.2775],
  ])('%i of %i', (yes, of, low, high) => {
    const [below, above] = wilson(yes / of, of);
    expect(below).toBeCloseTo(low, 4);
    expect(above).toBeCloseTo(high, 4);
  });

  it('stays within 0 and 1 and holds the estimate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p) => {
          const [low, high] = wilson(p, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(p + 1e-9);
          expect(high).toBeGreaterThanOrEqual(p - 1e-9);
        },
      ),
    );
  });
});

describe('newcombe', () => {
  it('gives the interval of 56/70 against 48/80', () => {
    const of = (yes: number, n: number) => ({ estimate: yes / n, interval: wilson(yes / n, n) });
    const [low, high] = newcombe(of(56, 70), of(48, 80));
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('narrows with a positive correlation', () => {
    const half = { estimate: 0.5, interval: wilson(0.5, 20) };
    const [low, high] = newcombe(half, half, 0.8);
    const [loose, wide] = newcombe(half, half);
    expect(high - low).toBeLessThan(wide - loose);
  });
});

const tallies = (yes: readonly number[], of: number): Tally[] =>
  yes.map((one) => ({ yes: one, of }));

describe('share', () => {
  it('is Wilson’s own interval where each item is asked once', () => {
    const once = share(tallies([1, 1, 1, 0, 0, 0, 0, 0, 1, 0], 1));
    expect(once?.effective).toBeCloseTo(10, 9);
    const [low, high] = wilson(0.4, 10);
    expect(once?.interval[0]).toBeCloseTo(low, 9);
    expect(once?.interval[1]).toBeCloseTo(high, 9);
  });

  it('counts items, not samples, where each item always says the same', () => {
    const certain = share(tallies([10, 10, 10, 0, 0, 0, 10, 0, 10, 0], 10));
    expect(certain?.effective).toBeLessThanOrEqual(10);
    const single = share(tallies([1, 1, 1, 0, 0, 0, 1, 0, 1, 0], 1));
    const width = (one: typeof certain) => (one ? one.interval[1] - one.interval[0] : Number.NaN);
    expect(width(certain)).toBeGreaterThanOrEqual(width(single));
  });

  it('adds what items differ by, and counts less where few of them leave that unsure', () => {
    // p (1 − p) / n + (s² / items − p (1 − p) / (n − 1)); five degrees of freedom for the second part.
    const six = [0, 1, 2, 2, 3, 4].map((yes) => ({ yes, of: 4 }));
    const variance = (2 * 0.25 + 2 * 0.0625) / 5;
    const added = variance / 6 - 0.25 / 23;
    const whole = 0.25 / 24 + added;
    const df = 5 * (whole / added) ** 2;
    expect(df).toBeCloseTo(20.92, 2);
    expect(share(six)?.effective).toBeCloseTo(
      (0.25 / whole) * (1.959964 / criticalValue(0.95, df)) ** 2,
      5,
    );
  });

  it('counts all trials where items differ no more than trials of one share would', () => {
    expect(share(tallies([2, 2, 2, 2, 2, 2], 4))?.effective).toBeCloseTo(24, 9);
  });

  it('counts the items where all trials agree', () => {
    expect(share(tallies([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 40))?.interval[1]).toBeCloseTo(0.2775, 4);
    expect(share(tallies([40, 40, 40], 40))?.effective).toBe(3);
  });

  it('never counts more than the trials, nor less than one', () => {
    const tally = fc
      .integer({ min: 0, max: 8 })
      .chain((of) => fc.record({ yes: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 12 }), (items) => {
        const result = share(items);
        if (!result) {
          expect(items.every(({ of }) => of === 0)).toBe(true);
          return;
        }
        expect(result.effective).toBeGreaterThanOrEqual(1);
        expect(result.effective).toBeLessThanOrEqual(Math.max(1, result.trials));
        expect(result.interval.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('gives every item the same weight, however many of its samples were lost', () => {
    expect(
      share([
        { yes: 10, of: 10 },
        { yes: 0, of: 1 },
      ])?.estimate,
    ).toBe(0.5);
  });

  it('covers the truth in at least 93 % of simulated runs, where pooled samples do not', () => {
    const runs = 2_000;
    let [clustered, pooled] = [0, 0];
    const chance = random(11);
    for (let run = 0; run < runs; run++) {
      // Each item's own share is uniform, so that the truth is one half.
      const items = Array.from({ length: 12 }, () => {
        const own = chance.unit();
        return {
          yes: Array.from({ length: 4 }, () => chance.unit() < own).filter(Boolean).length,
          of: 4,
        };
      });
      const holds = ([low, high]: readonly [number, number]) => low <= 0.5 && 0.5 <= high;
      const yes = items.reduce((sum, item) => sum + item.yes, 0);
      if (holds(share(items)?.interval ?? [1, 0])) clustered += 1;
      if (holds(wilson(yes / 48, 48))) pooled += 1;
    }
    expect(clustered / runs).toBeGreaterThan(0.93);
    expect(clustered / runs).toBeLessThan(0.97);
    expect(pooled / runs).toBeLessThan(0.9);
  });
});

describe('shareDifference', () => {
  it('has a width and stays within −1 and 1 where nothing varies', () => {
    const all = shareDifference(tallies([4, 4, 4, 4, 4, 4], 4), tallies([0, 0, 0, 0, 0, 0], 4));
    expect(all?.estimate).toBe(1);
    expect(all?.interval[0]).toBeGreaterThan(0);
    expect(all?.interval[0]).toBeLessThan(0.9);
    expect(all?.interval[1]).toBe(1);
  });

  it('is narrower where the items go up and down together', () => {
    const a = tallies([0, 1, 2, 3, 4, 4], 4);
    const together = shareDifference(a, tallies([0, 0, 1, 2, 3, 4], 4));
    const apart = shareDifference(a, tallies([4, 3, 2, 1, 0, 0], 4));
    const width = (one: typeof apart) => (one ? one.interval[1] - one.interval[0] : Number.NaN);
    expect(width(together)).toBeLessThan(width(apart));
  });

  it('is wider than that of independent shares where one goes up as the other goes down', () => {
    const [a, b] = [tallies([0, 1, 2, 3, 4, 4], 4), tallies([4, 3, 2, 1, 0, 0], 4)];
    const [low = 0, high = 0] = shareDifference(a, b)?.interval ?? [];
    const [below = 0, above = 0] = independentShares(a, b)?.interval ?? [];
    expect(high - low).toBeGreaterThan(above - below);
  });

  it('reaches t / z as far where a correlation that few items tell narrows it', () => {
    const a = tallies([0, 1, 2, 3, 4, 4], 4);
    const b = tallies([0, 0, 1, 2, 3, 4], 4);
    const [one, other] = [share(a), share(b)];
    if (!one || !other) throw new Error('there are shares');
    const rates = (all: Tally[]) => all.map(({ yes, of }) => yes / of);
    const [low, high] = newcombe(one, other, correlation(rates(a), rates(b)));
    const found = shareDifference(a, b);
    const stretch = 2.570582 / 1.959964;
    expect((found?.interval[1] ?? 0) - (found?.interval[0] ?? 0)).toBeCloseTo(
      stretch * (high - low),
      5,
    );
  });

  it('of items of their own is Newcombe’s of 56/70 against 48/80', () => {
    const of = (yes: number, n: number) =>
      Array.from({ length: n }, (_, at) => ({ yes: Number(at < yes), of: 1 }));
    const found = independentShares(of(56, 70), of(48, 80));
    expect(found?.estimate).toBeCloseTo(0.2, 12);
    expect(found?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(found?.interval[1]).toBeCloseTo(0.3339, 4);
  });

  it('leaves out items that one side did not answer', () => {
    const result = shareDifference(tallies([4, 4, 0], 4), [
      { yes: 0, of: 4 },
      { yes: 0, of: 4 },
      { yes: 0, of: 0 },
    ]);
    expect(result).toMatchObject({ estimate: 1, items: 2 });
    expect(shareDifference([{ yes: 0, of: 0 }], [{ yes: 1, of: 1 }])).toBeUndefined();
  });
});
