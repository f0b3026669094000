import { describe, expect, it } from 'vitest';
import { detectable, detectableFrom, itemsNeeded } from '../../core/statistics/detectable.ts';
import { wilson } from '../../core/statistics/wilson.ts';

const quiet = { items: 1 / 9, withinA: 0, samplesA: 1, withinB: 0, samplesB: 1 };

describe('itemsNeeded', () => {
  it('is Miller’s published 969 for a difference of .03', () => {
    expect(itemsNeeded(0.03, quiet)).toBeCloseTo(968.9975, 3);
  });
});

describe('detectable', () => {
  it('turns itemsNeeded round', () => {
    expect(detectable(itemsNeeded(0.03, quiet), quiet)).toBeCloseTo(0.03, 12);
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
    expect(detectable(198, noise)).toBeCloseTo(expected, 5);
  });
});

describe('detectableFrom', () => {
  it('is 2.8 standard errors, read from an interval of 1.96 on both sides', () => {
    expect(detectableFrom([-1.959964, 1.959964])).toBeCloseTo(2.801585, 5);
  });

  it('is not 0 where no variation was seen', () => {
    expect(detectableFrom(wilson(0, 12))).toBeGreaterThan(0.1);
  });
});
