import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap, bootstraps, LEAST_ITEMS } from '../../core/statistics/bootstrap.ts';
import { logChoose } from '../../core/statistics/choose.ts';
import { eValue, REJECT_AT } from '../../core/statistics/e-value.ts';
import { mean } from '../../core/statistics/mean.ts';
import { random } from '../../core/statistics/random.ts';
import { maize } from './data.ts';

describe('eValue', () => {
  it.each([
    [9, 9.3091],
    [10, 93.0909],
  ])('of %i in 10 against one half', (yes, expected) => {
    expect(eValue({ yes, of: 10 }, 0.5)).toBeCloseTo(expected, 4);
  });

  it('is 1 before anything was seen', () => {
    expect(eValue({ yes: 0, of: 0 }, 0.3)).toBe(1);
  });

  it('is 1 on average where p0 is true', () => {
    const p0 = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), p0, (of, p) => {
        let average = 0;
        for (let yes = 0; yes <= of; yes++) {
          const log = logChoose(of, yes) + yes * Math.log(p) + (of - yes) * Math.log(1 - p);
          average += Math.exp(log) * eValue({ yes, of }, p);
        }
        expect(average).toBeCloseTo(1, 8);
      }),
    );
  });

  it('rejects falsely in at most 5 % of runs, though each is looked at after every trial', () => {
    const chance = random(8);
    const runs = 1_000;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      let yes = 0;
      for (let of = 1; of <= 100; of++) {
        yes += Number(chance.unit() < 0.5);
        if (eValue({ yes, of }, 0.5) < REJECT_AT) continue;
        rejected += 1;
        break;
      }
    }
    expect(rejected / runs).toBeLessThanOrEqual(0.05);
  });
});

describe('bootstrap', () => {
  it('is refused below ten items', () => {
    const items = Array.from({ length: LEAST_ITEMS }, (_, at) => at);
    expect(bootstrap(items, mean, random(1))).toBeDefined();
    expect(bootstrap(items.slice(1), mean, random(1))).toBeUndefined();
  });

  it('of a mean lies near its normal interval with n for n − 1, and is the same for a seed', () => {
    // The bootstrap's error of a mean is √((n − 1) / n) times the usual: 9.4147 for the maize.
    const [low = 0, high = 0] = bootstrap(maize, mean, random(1)) ?? [];
    expect(high - low).toBeGreaterThan(0.95 * 2 * 1.96 * 9.4147);
    expect(high - low).toBeLessThan(1.05 * 2 * 1.96 * 9.4147);
    expect(low).toBeLessThan(mean(maize));
    expect(high).toBeGreaterThan(mean(maize));
    expect(bootstrap(maize, mean, random(1))).toEqual([low, high]);
    expect(bootstrap(maize, mean, random(2))).not.toEqual([low, high]);
  });

  it('draws whole items', () => {
    const items = Array.from({ length: 12 }, (_, at) => [at, at + 0.5]);
    const drawn = new Set<readonly number[]>();
    bootstrap(
      items,
      (some) => {
        for (const item of some) drawn.add(item);
        return some.length;
      },
      random(1),
    );
    expect(drawn).toEqual(new Set(items));
  });

  it('has no value where a draw has none', () => {
    const flat = Array.from({ length: 10 }, () => 1);
    expect(bootstrap(flat, () => Number.NaN, random(1))).toBeUndefined();
    expect(bootstrap(flat, mean, random(1))).toEqual([1, 1]);
  });

  it('gives of several statistics at once what each gives by itself', () => {
    const most = (drawn: readonly number[]) => Math.max(...drawn);
    const both = (drawn: readonly number[]) => [mean(drawn), most(drawn)];
    expect(bootstraps(maize, both, random(1))).toEqual([
      bootstrap(maize, mean, random(1)),
      bootstrap(maize, most, random(1)),
    ]);
  });
});
