import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../core/statistics/bootstrap.ts';
import { bradleyTerry } from '../../core/statistics/bradley-terry.ts';
import { unpairedDifference } from '../../core/statistics/difference.ts';
import { cohenD, cohenDz, hedgesG } from '../../core/statistics/effect-size.ts';
import { at, known, zip } from '../../core/statistics/lists.ts';
import { mean, meanInterval, variance } from '../../core/statistics/mean.ts';
import { normalQuantile } from '../../core/statistics/quantile.ts';
import { random } from '../../core/statistics/random.ts';
import { correlation } from '../../core/statistics/rank.ts';
import { signFlip } from '../../core/statistics/sign-flip.ts';
import { maize } from './data.ts';

describe('a number that is missing', () => {
  it('is no mean, no variance and no interval', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => variance([1])).toThrow(RangeError);
    expect(meanInterval([1])).toEqual({ estimate: 1 });
    expect(unpairedDifference([1], [2, 3])).toEqual({ estimate: -1.5 });
    expect(unpairedDifference([1, 1], [2, 2])).toEqual({ estimate: -1 });
    expect(correlation([], [])).toBeUndefined();
  });

  it('has no sign to flip', () => {
    expect(() => signFlip([1, Number.NaN, 2], random(1))).toThrow(RangeError);
    expect(() => signFlip([1, Number.POSITIVE_INFINITY], random(1))).toThrow(RangeError);
  });

  it('is no strength of a player whom nobody meets', () => {
    expect(bradleyTerry([[0]])).toBeUndefined();
    expect(bradleyTerry([])).toBeUndefined();
    expect(
      bradleyTerry([
        [0, 3],
        [1, 0],
      ])?.[1],
    ).toBeCloseTo(Math.log(1 / 3), 9);
  });

  it('is no effect size', () => {
    expect(cohenD([1, 1], [2, 2])).toBeUndefined();
    expect(cohenD([1], [2, 3])).toBeUndefined();
    expect(hedgesG([1, 1], [2, 2])).toBeUndefined();
    expect(cohenDz([1])).toBeUndefined();
  });

  it('is left out of a bootstrap, where few draws lack it', () => {
    let draw = 0;
    const some = (share: number) => (drawn: readonly number[]) =>
      draw++ % 100 < share ? undefined : mean(drawn);
    const whole = bootstrap(maize, mean, random(1));
    const [low = 0, high = 0] = bootstrap(maize, some(4), random(1)) ?? [];
    expect(low).toBeCloseTo(whole?.[0] ?? 0, 0);
    expect(high).toBeCloseTo(whole?.[1] ?? 0, 0);
    expect(bootstrap(maize, some(6), random(1))).toBeUndefined();
  });

  it('is an error at a place, of a key and in a pair', () => {
    expect(at([1, 2], 1)).toBe(2);
    expect(() => at([1, 2], 2)).toThrow('there is no place 2 in 2');
    expect(() => known(new Map([['a', 1]]), 'b')).toThrow('there is no b');
    expect(zip([1, 2], ['a', 'b'])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(() => zip([1, 2], [1])).toThrow('2 and 1 do not pair');
  });
});

describe('normalQuantile', () => {
  it('keeps its digits near the middle', () => {
    // The density of the normal distribution there is 1 / √(2π).
    for (const away of [1e-3, 1e-6, 1e-9]) {
      const slope = normalQuantile(0.5 + away) / away;
      expect(slope).toBeCloseTo(Math.sqrt(2 * Math.PI), 4);
      expect(normalQuantile(0.5 - away)).toBeCloseTo(-normalQuantile(0.5 + away), 12);
    }
  });
});
