import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaLogit, betaTails } from '../../core/statistics/beta.ts';
import { betaQuantile, normalQuantile, tQuantile } from '../../core/statistics/quantile.ts';
import { binomialUpTo, normalBelow, tTail } from '../../core/statistics/tail.ts';

/** Twelve digits, of small values too. */
const near = (value: number, expected: number, digits = 1e-12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(digits * Math.abs(expected));

/** Ends of a share, of odds and of counts, none of which loses the other end’s digits. */
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const size = fc.oneof(
  fc.double({ min: 0.5, max: 50, noNaN: true }),
  fc.integer({ min: 1, max: 5000 }),
);

describe('the tails of a Beta distribution', () => {
  // Summed with 150 digits from the series of DLMF 8.17.7: the smaller tail of each.
  it.each([
    [1e-12, 0.5, 0.5, 'lower', 6.36619772367687e-7],
    [0.05, 0.5, 0.5, 'lower', 0.143566293128706],
    [0.25, 0.5, 0.5, 'lower', 0.333333333333333],
    [0.5, 0.5, 0.5, 'lower', 0.5],
    [0.9, 0.5, 0.5, 'upper', 0.204832764699133],
    [1e-12, 2, 3, 'lower', 5.999999999992e-24],
    [0.05, 2, 3, 'lower', 0.01401875],
    [0.25, 2, 3, 'lower', 0.26171875],
    [0.5, 2, 3, 'upper', 0.3125],
    [0.9, 2, 3, 'upper', 0.0037],
    [0.05, 12, 36, 'lower', 2.462224915788e-6],
    [0.25, 12, 36, 'upper', 0.477767153163939],
    [0.5, 12, 36, 'upper', 0.000173000570157456],
    [0.9, 12, 36, 'upper', 5.65164671796095e-27],
    [0.25, 100.5, 3.25, 'lower', 2.13396174723996e-57],
    [0.5, 100.5, 3.25, 'lower', 1.55927533737192e-27],
    [0.9, 100.5, 3.25, 'lower', 0.00225169232986703],
    [1e-12, 0.5, 500, 'lower', 2.5225018174165e-5],
    [0.05, 0.5, 500, 'upper', 8.0588184556572e-13],
    [0.25, 0.5, 500, 'upper', 1.70687794216628e-64],
    [0.25, 1000, 2000, 'lower', 9.49234158705821e-25],
    [0.5, 1000, 2000, 'upper', 3.36004270412452e-76],
    [0.5, 5000, 5000, 'lower', 0.5],
  ] as const)('at %d of Beta(%d, %d): %s is %d', (x, a, b, tail, expected) => {
    near(betaTails(x, 1 - x, a, b)[tail], expected);
  });

  it('sum to one, and change places with their sides', () => {
    fc.assert(
      fc.property(share, size, size, (x, a, b) => {
        const { lower, upper, slope } = betaTails(x, 1 - x, a, b);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower + upper).toBeCloseTo(1, 14);
        const turned = betaTails(1 - x, x, b, a);
        near(turned.upper, lower, 1e-10);
        near(turned.slope, slope, 1e-10);
      }),
    );
  });

  // DLMF 8.17.20 and 8.17.21.
  it('differ from those of the next sizes by the power between', () => {
    fc.assert(
      fc.property(share, size, size, (x, a, b) => {
        const { lower, slope } = betaTails(x, 1 - x, a, b);
        expect(betaTails(x, 1 - x, a + 1, b).lower).toBeCloseTo(lower - slope / a, 11);
        expect(betaTails(x, 1 - x, a, b + 1).lower).toBeCloseTo(lower + slope / b, 11);
      }),
    );
  });

  it('have a closed form where one size is 1', () => {
    fc.assert(
      fc.property(share, size, (x, a) => {
        near(betaTails(x, 1 - x, a, 1).lower, x ** a, 1e-10);
        near(betaTails(x, 1 - x, 1, a).upper, (1 - x) ** a, 1e-10);
      }),
    );
  });

  it('are whole beyond the ends', () => {
    expect(betaTails(0, 1, 2, 3)).toEqual({ lower: 0, upper: 1, slope: 0 });
    expect(betaTails(1, 0, 2, 3)).toEqual({ lower: 1, upper: 0, slope: 0 });
    expect(betaTails(Number.NaN, Number.NaN, 2, 3).lower).toBeNaN();
  });
});

describe('the tails of Student’s t', () => {
  it.each([
    [0.001, 1, 0.999363380439839],
    [1, 1, 0.5],
    [2, 1, 0.295167235300867],
    [8, 1, 0.0791668483211311],
    [0.001, 3, 0.999264894969461],
    [1, 3, 0.391002218955771],
    [2, 3, 0.139325968558843],
    [8, 3, 0.00407657758778547],
    [0.001, 7.3, 0.999228896981024],
    [1, 7.3, 0.349298456453115],
    [2, 7.3, 0.0839410393341032],
    [8, 7.3, 7.26197320819144e-5],
    [0.001, 30, 0.999208735766485],
    [1, 30, 0.32530861542603],
    [2, 30, 0.0546250449629831],
    [8, 30, 6.26582247570076e-9],
    [0.001, 1000, 0.999202315018453],
    [1, 1000, 0.317552418084672],
    [2, 1000, 0.0457703464932516],
    [8, 1000, 3.42666148239147e-15],
    [0.001, 1e6, 0.999202115771649],
    [1, 1e6, 0.317310749833578],
    [2, 1e6, 0.0455005338513192],
    [8, 1e6, 1.24550634332025e-15],
  ])('beyond %d with %d degrees of freedom: %d', (t, df, expected) => {
    near(tTail(t, df), expected);
  });

  it('have no end, and none beyond endlessness', () => {
    expect(tTail(1e200, 1)).toBeGreaterThanOrEqual(0);
    expect(tTail(Number.POSITIVE_INFINITY, 5)).toBe(0);
    expect(tTail(0, 5)).toBe(1);
    expect(normalBelow(-40)).toBeLessThan(1e-300);
  });
});

describe('quantiles', () => {
  // Newton's method with 60 digits on the series above.
  it.each([
    [0.6, 1.5, 0.300745392569795],
    [0.8, 1.5, 1.15336437829547],
    [0.975, 1.5, 6.01666310442793],
    [0.9995, 1.5, 82.8474467036637],
    [0.6, 3, 0.27667066233269],
    [0.8, 3, 0.978472312363305],
    [0.975, 3, 3.18244630528371],
    [0.9995, 3, 12.923978636688],
    [0.6, 9, 0.260955336473911],
    [0.8, 9, 0.883403859685535],
    [0.975, 9, 2.2621571627982],
    [0.9995, 9, 4.78091258593122],
    [0.6, 30, 0.255605364951913],
    [0.8, 30, 0.853767261471298],
    [0.975, 30, 2.04227245630124],
    [0.9995, 30, 3.64595863504206],
    [0.6, 1000, 0.253414515839499],
    [0.8, 1000, 0.841980822162429],
    [0.975, 1000, 1.96233908082641],
    [0.9995, 1000, 3.30028264842394],
  ])('of t at %d with %d degrees of freedom: %d', (p, df, expected) => {
    near(tQuantile(p, df), expected);
    near(tQuantile(1 - p, df), -expected, 1e-11);
  });

  it.each([
    [0.025, 3, 10, 0.0548606445279927],
    [0.5, 3, 10, 0.216686410786546],
    [0.975, 3, 10, 0.484137748685967],
    [0.025, 24, 25, 0.352251630553343],
    [0.5, 24, 25, 0.489655961183489],
    [0.975, 24, 25, 0.628129832258345],
    [0.025, 1, 48, 0.00052731525342312],
    [0.5, 1, 48, 0.0143368013598124],
    [0.975, 1, 48, 0.0739727853472802],
    [0.025, 700, 741, 0.459999817608418],
    [0.5, 700, 741, 0.485767184742962],
    [0.975, 700, 741, 0.511585123290068],
  ])('at %d of Beta(%d, %d): %d', (p, a, b, expected) => {
    near(betaQuantile(p, a, b), expected);
  });

  it('of t with one and two degrees of freedom have a closed form', () => {
    for (const p of [1e-9, 0.01, 0.4, 0.5001, 0.7, 0.999]) {
      near(tQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-11);
      near(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-11);
    }
  });

  it('lie near the middle too, however near', () => {
    for (const away of [2 ** -40, 2 ** -20, 1e-4]) {
      const p = 0.5 + away;
      near(normalQuantile(p), (p - 0.5) * Math.sqrt(2 * Math.PI), 1e-7);
      expect(normalQuantile(0.5 - (p - 0.5))).toBe(-normalQuantile(p));
    }
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('are where their tail is as asked, however far out', () => {
    const chance = fc.oneof(share, fc.double({ min: 1e-100, max: 1e-3, noNaN: true }));
    fc.assert(
      fc.property(chance, fc.double({ min: 1, max: 1e6, noNaN: true }), (p, df) => {
        const t = tQuantile(p, df);
        if (p < 0.5) near(tTail(t, df) / 2, p, 1e-10);
        else near(tTail(t, df) / 2, 1 - p, 1e-10);
      }),
    );
    fc.assert(
      fc.property(share, size, size, (p, a, b) => {
        const logit = betaLogit('upper', p, a, b);
        const { upper } = betaTails(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), a, b);
        near(upper, p, 1e-10);
      }),
    );
  });

  it('at and beyond the ends', () => {
    expect([tQuantile(0, 3), tQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(tQuantile(p, 3)).toBeNaN();
      expect(betaQuantile(p, 2, 3)).toBeNaN();
    }
  });

  it('of a share are where the binomial tail is as asked', () => {
    near(binomialUpTo(3, 20, betaQuantile(0.975, 4, 17)), 0.025, 1e-11);
  });
});
