import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleissKappa } from '../../core/statistics/fleiss.ts';
import { icc } from '../../core/statistics/icc.ts';
import { intervalAlpha, nominalAlpha, ordinalAlpha } from '../../core/statistics/krippendorff.ts';

describe('fleissKappa', () => {
  it('is .2099 for fourteen raters of ten things', () => {
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const items = table.map((row) => row.flatMap((n, label) => Array<number>(n).fill(label)));
    expect(fleissKappa(items)).toBeCloseTo(0.2099, 4);
  });

  it('is 1 where all agree on each, and has no value where they can’t differ or were not all asked', () => {
    expect(
      fleissKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      fleissKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeUndefined();
    expect(fleissKappa([['a', 'a'], ['b']])).toBeUndefined();
    expect(fleissKappa([])).toBeUndefined();
  });
});

/** Krippendorff 2011, example C: four observers, twelve units, some left out. */
const units = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

describe('Krippendorff’s alpha', () => {
  it('gives the three values of the 2011 example', () => {
    expect(nominalAlpha(units)).toBeCloseTo(0.743, 3);
    expect(ordinalAlpha(units)).toBeCloseTo(0.815, 3);
    expect(intervalAlpha(units)).toBeCloseTo(0.849, 3);
  });

  it('of labels does not depend on their names, of order not on the distances', () => {
    const named = units.map((unit) => unit.map((value) => `label ${6 - value}`));
    const squared = units.map((unit) => unit.map((value) => value ** 2));
    expect(nominalAlpha(named)).toBeCloseTo(nominalAlpha(units) ?? 0, 12);
    expect(ordinalAlpha(squared)).toBeCloseTo(ordinalAlpha(units) ?? 0, 12);
    expect(intervalAlpha(squared)).not.toBeCloseTo(intervalAlpha(units) ?? 0, 2);
  });

  it('is one for all scales where there are two values', () => {
    const binary = fc.array(fc.array(fc.constantFrom(0, 1), { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(binary, (list) => {
        const nominal = nominalAlpha(list);
        const others = [ordinalAlpha(list), intervalAlpha(list)];
        if (nominal === undefined) expect(others).toEqual([undefined, undefined]);
        else for (const other of others) expect(other).toBeCloseTo(nominal, 10);
      }),
    );
  });

  it('has no value where nothing varies or nothing was rated twice', () => {
    expect(
      nominalAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeUndefined();
    expect(intervalAlpha([[1], [2]])).toBeUndefined();
  });
});

describe('icc', () => {
  it('gives the six values of Shrout and Fleiss 1979, tables 2 and 4', () => {
    const table = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const result = icc(table);
    expect(result?.oneWay.single).toBeCloseTo(0.166, 3);
    expect(result?.random.single).toBeCloseTo(0.29, 3);
    expect(result?.fixed.single).toBeCloseTo(0.715, 3);
    expect(result?.oneWay.average).toBeCloseTo(0.443, 3);
    expect(result?.random.average).toBeCloseTo(0.62, 3);
    expect(result?.fixed.average).toBeCloseTo(0.909, 3);
  });

  it('forgives a judge’s own level only where the judges are fixed', () => {
    const result = icc([
      [1, 3],
      [2, 4],
      [3, 5],
    ]);
    expect(result?.fixed.single).toBeCloseTo(1, 12);
    expect(result?.random.single).toBeCloseTo(1 / 3, 12);
  });

  it('has no value where nothing varies or a rating is missing', () => {
    expect(
      icc([
        [2, 2],
        [2, 2],
      ]),
    ).toBeUndefined();
    expect(icc([[1, 2], [1]])).toBeUndefined();
    expect(icc([[1, 2]])).toBeUndefined();
  });
});
