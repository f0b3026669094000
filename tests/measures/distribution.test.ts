import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { finished, number, predicting, probeWith } from '../fixtures/finished.ts';

const WHO = {
  id: 'who',
  label: 'who speaks',
  kind: 'distribution',
  score: 'says-yes',
  categories: [
    { value: 'x', label: 'ex' },
    { value: 'y', label: 'why' },
  ],
};
const probe = probeWith({ measures: [WHO] });

describe('a distribution', () => {
  test('has a share of each category with its interval, and how far apart rows lie in bits', async () => {
    const { measures, finding } = compare(
      await finished(probe, ({ condition }) => ({ value: condition === 'urged' ? 'y' : 'x' })),
    );
    const [measure] = measures;
    // All of 8 items agree: Wilson 8 of 8 and 0 of 8.
    expect(measure?.rows[0]?.shares?.[0]?.estimate).toBe(1);
    expect(measure?.rows[0]?.shares?.[0]?.interval[0]).toBeCloseTo(0.6756, 4);
    expect(measure?.rows[0]?.shares?.[1]?.interval[1]).toBeCloseTo(0.3244, 4);
    expect(measure?.contrasts).toMatchObject([
      { difference: 1, p: 2 / 2 ** 8, test: 'permutation', verdict: 'difference', pairs: 8 },
    ]);
    // Every item left out leaves one bit, which is no interval.
    expect(measure?.contrasts[0]?.interval).toBeUndefined();
    expect(finding).toBe(
      'larch / assistant under “urged”, who speaks: 1.00 bits away from that under “plain” (8 items × 2), most in “ex”: 0 % against 100 %.',
    );
  });

  test('does not take the noise of few items for a distance', async () => {
    const { measures, finding } = compare(
      await finished(
        probe,
        ({ item, condition }) => ({
          value: number(item) < 3 === (condition === 'plain') || number(item) > 5 ? 'x' : 'y',
        }),
        { samples: 1 },
      ),
    );
    // 5 of 8 against 5 of 8. Leaving one out takes them apart, which the jackknife counts as noise.
    const [one] = measures[0]?.contrasts ?? [];
    expect(one).toMatchObject({ difference: 0, verdict: 'none found', p: 1 });
    expect(one?.minimumDetectableEffect).toBeGreaterThan(0.2);
    expect(finding).toMatch(
      /^No difference found in “who speaks”; this run could have seen 0\.\d\d bits\.$/,
    );
  });

  test('counts a judge’s own distribution as parts of a trial', async () => {
    const { measures } = compare(
      await finished(probe, ({ sample }) => ({
        value: 'x',
        distribution: sample === 1 ? { x: 0.75, y: 0.25 } : { x: 0.25, y: 0.75 },
      })),
    );
    expect(measures[0]?.rows[0]?.shares?.map(({ estimate }) => estimate)).toEqual([0.5, 0.5]);
  });

  test('counts a value that is none of the categories as unparseable', async () => {
    const { measures } = compare(
      await finished(probe, ({ item }) => ({ value: number(item) < 2 ? 'z' : 'x' })),
    );
    expect(measures[0]?.rows[0]).toMatchObject({ units: 6, trials: 16, scored: 12 });
    expect(measures[0]?.rows[0]?.outcomes.unparseable).toBe(4);
  });

  test('compares nothing where most answers are lost', async () => {
    const { measures } = compare(
      await finished(probe, ({ condition, item }) =>
        condition === 'urged' && number(item) < 5 ? { outcome: 'truncated' } : { value: 'x' },
      ),
    );
    expect(measures[0]?.contrasts).toMatchObject([
      { verdict: 'not comparable', reason: expect.stringContaining('cut at the token limit') },
    ]);
  });

  test('lies as far from here to there as from there to here', async () => {
    const away = { measure: 'who', under: 'plain', than: 'urged', direction: 'more' };
    const { measures } = compare(
      await finished(probeWith({ measures: [WHO], ...predicting(away) }), ({ condition }) => ({
        value: condition === 'urged' ? 'y' : 'x',
      })),
    );
    expect(measures[0]?.contrasts[0]?.prediction).toBe('as predicted');
  });

  test('deals the labels anew where repeats of a script are no pairs', async () => {
    const { measures } = compare(
      await finished(
        probeWith({
          measures: [{ ...WHO, unit: 'sample' }],
          items: [{ id: 'item-0', ask: 'Well?' }],
        }),
        ({ condition }) => ({ value: condition === 'urged' ? 'y' : 'x' }),
        { samples: 8 },
      ),
    );
    const [one] = measures[0]?.contrasts ?? [];
    expect(one).toMatchObject({ difference: 1, pairs: 8, unit: 'sample', verdict: 'difference' });
    // Monte Carlo: 2 of the 12,870 deals of 8 and 8 part them.
    expect(one?.p).toBeLessThan(0.001);
  });
});
