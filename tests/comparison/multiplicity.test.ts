import { describe, expect, test } from 'vitest';
import { ALPHA, correctForMultiplicity } from '../../core/comparison/multiplicity.ts';
import type { ContrastTest } from '../../core/domain/comparison.ts';
import { floorOf, needsOf, type UncorrectedContrast } from '../../core/measures/uncorrected.ts';
import { tQuantile } from '../../core/statistics/quantile.ts';
import { smallestP } from '../../core/statistics/sign-flip.ts';

const PAIRS = 12;

function rows(pairs: number) {
  return { a: { subjectId: 'larch' }, varies: 'chance', pairs, unit: 'item' } as const;
}

function tested(p: number, pairs = PAIRS, found: Partial<ContrastTest> = {}): UncorrectedContrast {
  return {
    state: 'tested',
    rows: rows(pairs),
    found: { difference: 1, p, test: 'sign flip', minimumDetectableEffect: 10, ...found },
    floor: smallestP(pairs),
    needs: needsOf(true),
  };
}

const family = (many: number, p: number) => Array.from({ length: many }, () => tested(p));

/** How many standard errors a difference must be to be seen four times in five at this alpha. */
function errors(alpha: number, df: number): number {
  return tQuantile(1 - alpha / 2, df) + tQuantile(0.8, df);
}

describe('the correction over the contrasts of a measure', () => {
  test('leaves a lone contrast as it is', () => {
    const [one] = correctForMultiplicity([tested(0.04)]);
    expect(one).toMatchObject({ p: 0.04, adjusted: 0.04, verdict: 'difference' });
    expect(one?.minimumDetectableEffect).toBeCloseTo(10, 9);
  });

  test('is Holm’s up to ten, and Benjamini’s and Hochberg’s past it', () => {
    const of = (many: number) =>
      correctForMultiplicity([tested(0.004), ...family(many - 1, 0.9)])[0];
    expect(of(2)).toMatchObject({ adjusted: 0.008, verdict: 'difference' });
    expect(of(10)?.adjusted).toBeCloseTo(0.04, 12);
    expect(of(11)?.adjusted).toBeCloseTo(0.044, 12);
    const alike = correctForMultiplicity(family(11, 0.04));
    expect(alike.every(({ verdict }) => verdict === 'difference')).toBe(true);
    const holm = correctForMultiplicity(family(10, 0.04));
    expect(holm.every(({ verdict }) => verdict === 'none found')).toBe(true);
  });

  test('widens the effect that could have been seen as it narrows the alpha', () => {
    for (const many of [2, 5, 10]) {
      const [one] = correctForMultiplicity(family(many, 0.5));
      const wider = errors(ALPHA / many, PAIRS - 1) / errors(ALPHA, PAIRS - 1);
      expect(wider).toBeGreaterThan(1.1);
      expect(one?.minimumDetectableEffect).toBeCloseTo(10 * wider, 9);
    }
    const [unknown] = correctForMultiplicity([
      tested(0.5, PAIRS, { minimumDetectableEffect: undefined }),
    ]);
    expect(unknown?.minimumDetectableEffect).toBeUndefined();
  });

  test('counts those alone that could be significant', () => {
    const [one, few, none, unlike] = correctForMultiplicity([
      tested(0.03),
      tested(0.03, 5),
      { state: 'too few', rows: rows(0), needs: needsOf(true) },
      { state: 'not comparable', rows: rows(9), reason: 'it was refused', isPartial: true },
    ]);
    // Five pairs can give no p under .05, whatever they say.
    expect(one).toMatchObject({ adjusted: 0.03, verdict: 'difference' });
    expect(few).toMatchObject({ difference: 1, p: 0.03, verdict: 'too few', needed: 8 });
    expect(few?.adjusted).toBeUndefined();
    expect(none).toEqual({ ...rows(0), verdict: 'too few', needed: 8 });
    const reason = { reason: 'it was refused', isPartial: true };
    expect(unlike).toEqual({ ...rows(9), verdict: 'not comparable', ...reason });
  });

  test('says how many would do where it makes even the best case hopeless', () => {
    // Six pairs give 2/64 at best, which two contrasts make 4/64.
    const pair = correctForMultiplicity([tested(0.03, 6), tested(0.03, 6)]);
    expect(pair).toMatchObject([
      { verdict: 'too few', needed: 8 },
      { verdict: 'too few', needed: 8 },
    ]);
    // Ten contrasts of eight pairs: .05 / 10 takes nine.
    const ten = correctForMultiplicity(Array.from({ length: 10 }, () => tested(0.01, 8)));
    expect(ten[0]).toMatchObject({ verdict: 'too few', needed: 9 });
    // Past ten no single one has to pass so narrow a mark.
    const eleven = correctForMultiplicity(Array.from({ length: 11 }, () => tested(0.01, 8)));
    expect(eleven[0]?.verdict).toBe('difference');
    const lone = correctForMultiplicity(Array.from({ length: 11 }, () => tested(0.03, 5)));
    expect(lone[0]).toMatchObject({ verdict: 'too few', needed: 8 });
  });
});

test('the smallest p of labels dealt out counts both ways where the sides are alike', () => {
  expect(floorOf(4, 4, false)).toBeCloseTo(2 / 70, 12);
  expect(floorOf(3, 5, false)).toBeCloseTo(1 / 56, 12);
  expect(floorOf(5, 5, true)).toBe(2 / 32);
  expect(floorOf(0, 0, false)).toBe(1);
});
