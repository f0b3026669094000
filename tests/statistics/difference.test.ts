import { describe, expect, it } from 'vitest';
import { clusteredError } from '../../core/statistics/clustered.ts';
import { pairedDifference, unpairedDifference } from '../../core/statistics/difference.ts';
import { mean, meanInterval, variance } from '../../core/statistics/mean.ts';
import { labelPermutation } from '../../core/statistics/permutation.ts';
import { criticalValue, normalQuantile, tQuantile } from '../../core/statistics/quantile.ts';
import { random } from '../../core/statistics/random.ts';
import { itemsToReach, signFlip, smallestP } from '../../core/statistics/sign-flip.ts';
import { maize, sleep } from './data.ts';

describe('quantiles', () => {
  it('are those of the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalQuantile(0.8)).toBeCloseTo(0.841621, 6);
    expect(tQuantile(0.975, 9)).toBeCloseTo(2.262157, 6);
    expect(criticalValue(0.95, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959964, 6);
  });
});

describe('meanInterval', () => {
  it('gives the interval of the paired sleep data', () => {
    const differences = sleep.second.map((value, at) => value - (sleep.first[at] ?? 0));
    const { estimate, interval, standardError, df } = meanInterval(differences);
    expect(estimate).toBeCloseTo(1.58, 10);
    expect(estimate / (standardError ?? Number.NaN)).toBeCloseTo(4.0621, 4);
    expect(df).toBe(9);
    expect(interval?.[0]).toBeCloseTo(0.7001, 4);
    expect(interval?.[1]).toBeCloseTo(2.4599, 4);
  });

  it('has no interval for one value', () => {
    expect(meanInterval([3])).toEqual({ estimate: 3 });
    expect(meanInterval([3]).interval).toBeUndefined();
  });
});

describe('clusteredError', () => {
  it('is Miller’s, and with the correction that of the means of clusters of one size', () => {
    const groups = [
      [1, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
      [0, 0, 1],
    ];
    const { estimate, standardError, uncorrected, clusters } = clusteredError(groups);
    expect(estimate).toBeCloseTo(0.583333, 6);
    expect(uncorrected).toBeCloseTo(0.138193, 6);
    expect(standardError).toBeCloseTo(0.159571, 6);
    expect(clusters).toBe(4);
    expect(standardError).toBeCloseTo(Math.sqrt(variance(groups.map(mean)) / 4), 10);
    expect(Math.sqrt(variance(groups.flat()) / 12)).toBeCloseTo(0.148647, 6);
  });
});

describe('pairedDifference', () => {
  it('gives the interval of differences 1, 2, 3, 4', () => {
    const { estimate, standardError, interval, df } = pairedDifference([2, 4, 6, 8], [1, 2, 3, 4]);
    expect(estimate / (standardError ?? Number.NaN)).toBeCloseTo(3.873, 4);
    expect(df).toBe(3);
    expect(interval?.[0]).toBeCloseTo(0.4457, 4);
    expect(interval?.[1]).toBeCloseTo(4.5543, 4);
  });
});

describe('unpairedDifference', () => {
  it('is Welch’s: R’s t.test(extra ~ group, data = sleep)', () => {
    const { estimate, interval, df } = unpairedDifference(sleep.first, sleep.second);
    expect(estimate).toBeCloseTo(-1.58, 10);
    expect(df).toBeCloseTo(17.776, 3);
    expect(interval?.[0]).toBeCloseTo(-3.3654832, 6);
    expect(interval?.[1]).toBeCloseTo(0.2054832, 6);
  });

  it('has no interval where one side has one value', () => {
    expect(unpairedDifference([1], [2, 3]).interval).toBeUndefined();
  });
});

describe('signFlip', () => {
  it('counts Darwin’s maize: 2 × 863 of 32768', () => {
    expect(signFlip(maize, random(1))).toBeCloseTo((2 * 863) / 32768, 12);
  });

  it('counts the sleep data: 4 of 1024', () => {
    const differences = sleep.second.map((value, at) => value - (sleep.first[at] ?? 0));
    expect(signFlip(differences, random(1))).toBe(4 / 1024);
  });

  it('counts all signs of as many as 32, ties and all', () => {
    // The chance of 22 or more heads of 32, on both sides: R's 2 * pbinom(10, 32, .5).
    const tosses = Array.from({ length: 32 }, (_, at) => (at < 22 ? 0.1 : -0.1));
    expect(signFlip(tosses, random(1))).toBeCloseTo(0.0501, 4);
  });

  it('draws above 32 items, the same for a seed, near the exact value', () => {
    const more = [...maize, ...Array(20).fill(1), ...Array(20).fill(-1)];
    const p = signFlip(more, random(7));
    expect(signFlip(more, random(7))).toBe(p);
    expect(p).toBeGreaterThan(0.04);
    expect(p).toBeLessThan(0.08);
  });

  it('is 1 where nothing differs', () => {
    expect(signFlip([0, 0, 0], random(1))).toBe(1);
  });
});

describe('the smallest possible p', () => {
  it.each([
    [4, 0.125],
    [5, 0.0625],
    [6, 0.03125],
    [8, 0.0078125],
  ])('of %i items', (items, p) => {
    expect(smallestP(items)).toBe(p);
    expect(signFlip(Array(items).fill(1), random(1))).toBe(p);
  });

  it('takes six items to get below .05', () => {
    expect(itemsToReach(0.05)).toBe(6);
  });
});

describe('labelPermutation', () => {
  it('counts all deals where there are few', () => {
    expect(labelPermutation([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], random(1))).toBeCloseTo(2 / 252, 12);
  });

  it('draws where there are many, near the t test of the unpaired sleep data (.079)', () => {
    const p = labelPermutation(sleep.first, sleep.second, random(3));
    expect(p).toBeGreaterThan(0.065);
    expect(p).toBeLessThan(0.095);
  });
});
