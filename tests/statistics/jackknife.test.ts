import { describe, expect, it } from 'vitest';
import { jackknife } from '../../core/statistics/jackknife.ts';
import { mean, meanInterval, variance } from '../../core/statistics/mean.ts';
import { maize, sleep } from './data.ts';

const only =
  <T>(statistic: (values: readonly T[]) => number) =>
  ([values = []]: readonly (readonly T[])[]) =>
    statistic(values);

describe('jackknife', () => {
  it('of a mean is its t interval', () => {
    const found = jackknife([maize], only<number>(mean));
    const known = meanInterval(maize);
    expect(found?.estimate).toBeCloseTo(known.estimate, 10);
    expect(found?.standardError).toBeCloseTo(known.standardError ?? Number.NaN, 10);
    expect(found?.interval[1]).toBeCloseTo(known.interval?.[1] ?? Number.NaN, 9);
  });

  it('takes the bias from a variance over n: with n − 1 it has none (Quenouille 1956)', () => {
    const biased = (values: readonly number[]) =>
      (variance(values) * (values.length - 1)) / values.length;
    expect(jackknife([maize], only<number>(biased))?.estimate).toBeCloseTo(variance(maize), 8);
  });

  it('of two sets adds up what each leaves unsure', () => {
    const found = jackknife([sleep.second, sleep.first], ([a = [], b = []]) => mean(a) - mean(b));
    const [va, vb] = [variance(sleep.second) / 10, variance(sleep.first) / 10];
    expect(found?.estimate).toBeCloseTo(1.58, 10);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(va + vb), 10);
  });

  it('says nothing of one item', () => {
    expect(jackknife([[1]], only<number>(mean))).toBeUndefined();
    expect(jackknife([[1, 2], [1]], only<number>(mean))).toBeUndefined();
  });
});
