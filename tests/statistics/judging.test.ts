import { describe, expect, it } from 'vitest';
import { type Random, random } from '../../core/statistics/random.ts';
import { roganGladen } from '../../core/statistics/rogan-gladen.ts';
import { weightedScore } from '../../core/statistics/weighted-score.ts';

const calibration = { positives: { yes: 90, of: 100 }, negatives: { yes: 85, of: 100 } };

describe('roganGladen', () => {
  it('makes .72 of a judge with .90 and .85 to .76', () => {
    expect(roganGladen({ yes: 72, of: 100 }, calibration)?.estimate).toBeCloseTo(0.76, 12);
  });

  it('has the interval of the a transcription of the formula', () => {
    const [low, high] = roganGladen({ yes: 72, of: 100 }, calibration)?.interval ?? [];
    expect(low).toBeCloseTo(0.622154, 6);
    expect(high).toBeCloseTo(0.893497, 6);
    const [below, above] =
      roganGladen(
        { yes: 5000, of: 10000 },
        { positives: { yes: 4500, of: 5000 }, negatives: { yes: 4500, of: 5000 } },
      )?.interval ?? [];
    expect(below).toBeCloseTo(0.485709, 6);
    expect(above).toBeCloseTo(0.514291, 6);
  });

  it('stays within 0 and 1', () => {
    expect(roganGladen({ yes: 0, of: 50 }, calibration)?.estimate).toBe(0);
    expect(roganGladen({ yes: 0, of: 50 }, calibration)?.interval[0]).toBe(0);
    expect(roganGladen({ yes: 50, of: 50 }, calibration)?.estimate).toBe(1);
    expect(roganGladen({ yes: 50, of: 50 }, calibration)?.interval[1]).toBe(1);
  });

  it('is wider where fewer answers were labelled', () => {
    const few = { positives: { yes: 9, of: 10 }, negatives: { yes: 17, of: 20 } };
    const width = (labels: typeof few) => {
      const [low, high] = roganGladen({ yes: 50, of: 100 }, labels)?.interval ?? [0, 0];
      return high - low;
    };
    expect(width(few)).toBeGreaterThan(1.5 * width(calibration));
  });

  it('has no value for a judge near chance, nor without labels of both kinds', () => {
    const blind = { positives: { yes: 60, of: 100 }, negatives: { yes: 60, of: 100 } };
    expect(roganGladen({ yes: 1, of: 2 }, blind)).toBeUndefined();
    const onesided = { ...calibration, negatives: { yes: 0, of: 0 } };
    expect(roganGladen({ yes: 1, of: 2 }, onesided)).toBeUndefined();
    expect(roganGladen({ yes: 0, of: 0 }, calibration)).toBeUndefined();
  });

  it('says nothing rather than too much where the labels that speak for the judge are few', () => {
    const thin = { positives: { yes: 1, of: 1 }, negatives: { yes: 300, of: 1000 } };
    expect(roganGladen({ yes: 5, of: 10 }, thin)?.interval).toEqual([0, 1]);
  });

  it('covers the truth in about 95 % of simulated runs', () => {
    const chance = random(3);
    const runs = 2_000;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const seen = tossed(200, 0.3 * 0.9 + 0.7 * 0.15, chance);
      const labels = { positives: tossed(20, 0.9, chance), negatives: tossed(30, 0.85, chance) };
      const [low, high] = roganGladen(seen, labels)?.interval ?? [1, 0];
      if (low <= 0.3 && 0.3 <= high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.985);
  });
});

function tossed(of: number, p: number, chance: Random) {
  return { yes: Array.from({ length: of }, () => chance.unit() < p).filter(Boolean).length, of };
}

describe('weightedScore', () => {
  it('weighs the numbers, and only those', () => {
    const { score, mass } = weightedScore([
      ['85', 0.6],
      ['90', 0.25],
      ['80', 0.1],
      ['REFUSAL', 0.05],
    ]);
    expect(score).toBeCloseTo(85.7895, 4);
    expect(mass).toBeCloseTo(0.95, 12);
  });

  it('has no value where less than a quarter lies on numbers', () => {
    const refused = [
      ['0', 0.2],
      ['REFUSAL', 0.8],
    ] as const;
    expect(weightedScore(refused)).toEqual({ mass: 0.2 });
    expect(weightedScore([['0', 0.25]])).toEqual({ score: 0, mass: 0.25 });
    expect(weightedScore([])).toEqual({ mass: 0 });
  });

  it('takes no other numeral for a number from 0 to 100', () => {
    const odd = ['101', '-5', '1e1', '0x10', '٣', '5.5', ''].map((token) => [token, 0.1] as const);
    expect(weightedScore([...odd, [' 40', 0.3]])).toEqual({ score: 40, mass: 0.3 });
  });
});
