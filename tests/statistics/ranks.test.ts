import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenD, cohenDz, cohenH, hedgesG } from '../../core/statistics/effect-size.ts';
import { mannWhitney } from '../../core/statistics/mann-whitney.ts';
import { random } from '../../core/statistics/random.ts';
import { signFlip } from '../../core/statistics/sign-flip.ts';
import { signedRank } from '../../core/statistics/signed-rank.ts';
import { maize, sleep } from './data.ts';

describe('signedRank', () => {
  it('gives W 24 and .041260 for Darwin’s maize', () => {
    const { w, p, items } = signedRank(maize);
    expect(w).toBe(24);
    expect(p).toBeCloseTo(0.04126, 6);
    expect(items).toBe(15);
  });

  it('leaves out what does not differ', () => {
    expect(signedRank([0, 1, 0, 2, 3])).toEqual({ w: 0, p: 0.25, items: 3 });
    expect(signedRank([0, 0])).toEqual({ w: 0, p: 1, items: 0 });
  });

  it('is the sign-flip test of the signed ranks, ties and all', () => {
    const steps = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(steps, (list) => {
        const moved = list.filter((step) => step !== 0);
        const sizes = moved.map(Math.abs);
        const signed = moved.map((step) => {
          const below = sizes.filter((size) => size < Math.abs(step)).length;
          const equal = sizes.filter((size) => size === Math.abs(step)).length;
          return Math.sign(step) * (below + (equal + 1) / 2);
        });
        expect(signedRank(list).p).toBeCloseTo(signFlip(signed, random(1)), 12);
      }),
    );
  });
});

describe('mannWhitney', () => {
  it('gives U 74.5, A12 .745 and delta .49 for the sleep data', () => {
    const { u, a12, delta } = mannWhitney(sleep.second, sleep.first, random(1));
    expect(u).toBe(74.5);
    expect(a12).toBeCloseTo(0.745, 12);
    expect(delta).toBeCloseTo(0.49, 12);
  });

  it('gives U 35 and .2544 for the permeability of Hollander and Wolfe, p. 69', () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];
    const { u, p } = mannWhitney(term, earlier, random(1));
    expect(u).toBe(35);
    expect(p).toBeCloseTo(0.2544, 4);
  });

  it('turns round with its samples', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [there, back] = [mannWhitney(a, b, random(1)), mannWhitney(b, a, random(1))];
        expect(there.u + back.u).toBe(a.length * b.length);
        expect(there.delta).toBeCloseTo(-back.delta, 12);
        expect(there.p).toBeCloseTo(back.p, 12);
      }),
    );
  });
});

describe('effect sizes', () => {
  it('of the sleep data as independent samples, and paired', () => {
    expect(cohenD(sleep.second, sleep.first)).toBeCloseTo(0.83218, 5);
    expect(hedgesG(sleep.second, sleep.first)).toBeCloseTo(0.79702, 5);
    const differences = sleep.second.map((value, at) => value - (sleep.first[at] ?? 0));
    expect(cohenDz(differences)).toBeCloseTo(1.2846, 4);
    // Sums of .1 differ by their rounding alone.
    expect(cohenDz([0.1 + 0.2, 0.3, 0.3])).toBeUndefined();
  });

  it('of the shares .5 and .3', () => {
    expect(cohenH(0.5, 0.3)).toBeCloseTo(0.411517, 6);
    expect(cohenH(0.3, 0.5)).toBeCloseTo(-0.411517, 6);
    expect(cohenH(1, 0)).toBeCloseTo(Math.PI, 12);
  });
});
