import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, items, number, probeWith } from '../fixtures/finished.ts';

const share = (chance: number, more: object = {}) =>
  probeWith({
    samples: 1,
    measures: [
      {
        id: 'yes',
        label: 'says yes',
        kind: 'share',
        chance,
        when: [{ score: 'says-yes', is: [1] }],
      },
    ],
    ...more,
  });

describe('a measure with a chance', () => {
  test('holds each row against it and no row against another', async () => {
    const { measures, finding } = compare(
      await finished(share(0.5), ({ condition, item }) => ({
        value: condition === 'urged' ? 1 : number(item) % 2,
      })),
    );
    expect(measures[0]?.contrasts.map(({ a, b, varies }) => [a.condition, b, varies])).toEqual([
      ['plain', undefined, 'chance'],
      ['urged', undefined, 'chance'],
    ]);
    expect(measures[0]?.contrasts).toMatchObject([
      { difference: 0, verdict: 'none found' },
      { difference: 0.5, p: 2 / 2 ** 8, test: 'sign flip', verdict: 'difference' },
    ]);
    // Wilson of 8 of 8, less .5.
    expect(finding).toBe(
      'larch / assistant under “urged”, says yes: 100 % where chance gives 50 %, 50 points higher (95 % interval 18 to 50, 8 items × 1). Of 2 contrasts 1 differs after correction.',
    );
  });

  test('is binomial where chance is not one half: signs that are flipped would lie', async () => {
    const of = async (yeses: number) =>
      compare(
        await finished(
          share(0.25, { items: items(12), conditions: conditions('plain') }),
          ({ item }) => ({ value: number(item) < yeses ? 1 : 0 }),
        ),
      ).measures[0]?.contrasts[0];
    // 8 of 12: P(8) + … + P(12) = .00278, and no count below is as unlikely (P(0) = .0317).
    expect(await of(8)).toMatchObject({ test: 'binomial', verdict: 'difference' });
    expect((await of(8))?.p).toBeCloseTo(0.00278, 5);
    // 0 of 12: P(0) = .03168, and above it P(6) = .04015 is likelier, P(7) and on .01425 are not.
    expect((await of(0))?.p).toBeCloseTo(0.03168 + 0.01425, 4);
  });

  test('with several samples an item is tested as its interval says', async () => {
    const { measures } = compare(
      await finished(
        share(0.1, { samples: 2, items: items(12), conditions: conditions('plain') }),
        ({ item, sample }) => ({ value: number(item) === 0 && sample === 1 ? 1 : 0 }),
      ),
    );
    const [one] = measures[0]?.contrasts ?? [];
    // 1 of 24, no more spread than of one share: z = (.04167 − .1) / √(.09 / 24) = −.9526.
    expect(one?.p).toBeCloseTo(0.3408, 3);
    expect(one?.verdict).toBe('none found');
  });

  test('says too few where no count could tell, and how many would do', async () => {
    const { measures } = compare(
      await finished(share(0.5, { items: items(5), conditions: conditions('plain') }), () => ({
        value: 1,
      })),
    );
    expect(measures[0]?.contrasts).toMatchObject([{ verdict: 'too few', needed: 8 }]);
    const rare = compare(
      await finished(share(0.05, { items: items(2), conditions: conditions('plain') }), () => ({
        value: 1,
      })),
    );
    // Two of two at .05 each: p = .0025.
    expect(rare.measures[0]?.contrasts).toMatchObject([{ verdict: 'difference' }]);
  });

  test('does not claim to have seen what lies beyond the end of the scale', async () => {
    const { measures, finding } = compare(
      await finished(share(0.5, { conditions: conditions('plain') }), ({ item }) => ({
        value: number(item) % 2,
      })),
    );
    // sd .5345, se .189, 3.2607 of them: more than the half that there is on either side.
    expect(measures[0]?.contrasts[0]?.minimumDetectableEffect).toBeCloseTo(0.6162, 3);
    expect(finding).toBe(
      'No difference found in “says yes”; this run was too small to see any but by luck.',
    );
  });
});
