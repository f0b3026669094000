import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../core/statistics/bradley-terry.ts';

describe('bradleyTerry', () => {
  it('ranks the journals of Agresti 2002, p. 448, by who cites whom (Stigler 1994)', () => {
    // Rows are cited, columns cite: Biometrika, Communications in Statistics, JASA, JRSS-B.
    const abilities = bradleyTerry([
      [714, 730, 498, 221],
      [33, 425, 68, 17],
      [320, 813, 1072, 142],
      [284, 276, 325, 188],
    ]);
    [0, -2.9491, -0.4796, 0.269].forEach((expected, at) => {
      expect(abilities?.[at]).toBeCloseTo(expected, 4);
    });
  });

  it('of two is the logarithm of the odds', () => {
    expect(
      bradleyTerry([
        [0, 1],
        [3, 0],
      ])?.[1],
    ).toBeCloseTo(Math.log(3), 9);
  });

  it('has no answer where one never wins, never loses, or never meets the others', () => {
    expect(
      bradleyTerry([
        [0, 3],
        [0, 0],
      ]),
    ).toBeUndefined();
    expect(
      bradleyTerry([
        [0, 0],
        [3, 0],
      ]),
    ).toBeUndefined();
    expect(
      bradleyTerry([
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ]),
    ).toBeUndefined();
  });

  it('expects of each as many wins as it has', () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (wins) => {
        const abilities = bradleyTerry(wins) ?? [];
        wins.forEach((own, a) => {
          let [won, expected] = [0, 0];
          own.forEach((count, b) => {
            if (a === b) return;
            won += count;
            const games = count + (wins[b]?.[a] ?? 0);
            expected += games / (1 + Math.exp((abilities[b] ?? 0) - (abilities[a] ?? 0)));
          });
          expect(expected).toBeCloseTo(won, 7);
        });
      }),
    );
  });
});
