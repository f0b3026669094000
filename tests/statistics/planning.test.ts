import { describe, expect, it } from 'vitest';
import { mean, variance } from '../../core/statistics/mean.ts';
import {
  itemsNeeded,
  minimumDetectableEffect,
  minimumDetectableEffectOf,
  POWER,
  power,
} from '../../core/statistics/minimum-detectable-effect.ts';
import { random } from '../../core/statistics/random.ts';
import { varianceOfMean, varianceParts } from '../../core/statistics/repeats.ts';
import { wilson } from '../../core/statistics/wilson.ts';

const quiet = { items: 1 / 9, withinA: 0, samplesA: 1, withinB: 0, samplesB: 1 };

describe('itemsNeeded', () => {
  it('is Miller’s published 969 for a difference of .03', () => {
    expect(itemsNeeded(0.03, quiet)).toBeCloseTo(968.9975, 3);
    expect(Math.ceil(itemsNeeded(0.03, quiet))).toBe(969);
  });
});

describe('minimumDetectableEffect', () => {
  it('turns itemsNeeded round', () => {
    expect(minimumDetectableEffect(itemsNeeded(0.03, quiet), quiet)).toBeCloseTo(0.03, 12);
  });

  it.each([
    [1, 0.13273],
    [10, 0.07567],
  ])('falls with the samples: %i an item', (samples, expected) => {
    const noise = {
      items: 1 / 9,
      withinA: 1 / 6,
      samplesA: samples,
      withinB: 1 / 6,
      samplesB: samples,
    };
    expect(minimumDetectableEffect(198, noise)).toBeCloseTo(expected, 5);
  });
});

describe('minimumDetectableEffectOf', () => {
  it('is 2.8 standard errors, read from an interval of 1.96 on both sides', () => {
    expect(minimumDetectableEffectOf([-1.959964, 1.959964])).toBeCloseTo(2.801585, 5);
  });

  it('is not 0 where no variation was seen', () => {
    expect(minimumDetectableEffectOf(wilson(0, 12))).toBeGreaterThan(0.1);
  });
});

describe('power', () => {
  it('is what was wanted with the items that were needed, where they are many', () => {
    expect(power(0.03, itemsNeeded(0.03, quiet), quiet)).toBeCloseTo(POWER, 2);
    expect(power(-0.03, itemsNeeded(0.03, quiet, { power: 0.9 }), quiet)).toBeCloseTo(0.9, 2);
  });

  it.each([
    // R: power.t.test(n, delta, sd = 1, type = "paired", strict = TRUE)
    [20, 0.5, 0.56446],
    [10, 1, 0.80309],
    [34, 0.5, 0.80778],
  ])('of a t test of %i items and a difference of %d', (items, difference, expected) => {
    const noise = { ...quiet, items: 1 };
    expect(power(difference, items, noise)).toBeCloseTo(expected, 3);
  });

  it('is the chance of a false claim where nothing differs, and grows with the items', () => {
    expect(power(0, 50, quiet)).toBeCloseTo(0.05, 6);
    expect(power(0.1, 200, quiet)).toBeGreaterThan(power(0.1, 100, quiet));
  });
});

describe('variance of repeats', () => {
  it.each([
    [2, 1 / 3],
    [6, 5 / 9],
  ])('asking %i times cuts a share where all difficulties are as likely', (samples, cut) => {
    // Of p uniform in 0 to 1: Var(p) = 1/12 and E[p (1 − p)] = 1/6.
    const uniform = { between: 1 / 12, within: 1 / 6 };
    expect(1 - varianceOfMean(uniform, 40, samples) / varianceOfMean(uniform, 40, 1)).toBeCloseTo(
      cut,
      12,
    );
  });

  it('is found again from samples', () => {
    const chance = random(5);
    const groups = Array.from({ length: 4000 }, (_, at) => {
      const own = chance.unit();
      return Array.from({ length: 2 + (at % 3) }, () => Number(chance.unit() < own));
    });
    const parts = varianceParts(groups);
    expect(parts?.between).toBeCloseTo(1 / 12, 2);
    expect(parts?.within).toBeCloseTo(1 / 6, 2);
  });

  it('of items asked equally often is the variance of their means', () => {
    const groups = [
      [1, 5],
      [2, 2],
      [9, 6],
    ];
    const parts = varianceParts(groups);
    expect(parts && varianceOfMean(parts, 3, 2)).toBeCloseTo(variance(groups.map(mean)) / 3, 12);
  });

  it('has no parts without repeats, and none between items below 0', () => {
    expect(varianceParts([[1], [2]])).toBeUndefined();
    expect(varianceParts([[1, 2]])).toBeUndefined();
    expect(
      varianceParts([
        [0, 1],
        [1, 0],
      ]),
    ).toEqual({ between: 0, within: 0.5 });
  });
});
