import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { finished, items, number, probeWith } from '../fixtures/finished.ts';

const LEVEL = { label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] };

describe('a number that is missing', () => {
  test('of one item against many is too few, whatever the many say', async () => {
    const many = items(24).map((item, at) => ({ ...item, only: [at < 1 ? 'urged' : 'plain'] }));
    const categories = ['x', 'y'].map((value) => ({ value, label: value }));
    const who = { id: 'who', label: 'who', kind: 'distribution', score: 'says-yes', categories };
    const probe = probeWith({ items: many, samples: 1, measures: [who] });
    const { measures, finding } = compare(
      await finished(probe, ({ condition }) => ({ value: condition === 'urged' ? 'y' : 'x' })),
    );
    const [contrast] = measures[0]?.contrasts ?? [];
    // Labels can be dealt in 24 ways, so that a p of 1/24 is to be had; how far one item lies is not.
    expect(contrast).toMatchObject({ verdict: 'too few', pairs: 1 });
    expect(contrast?.difference).toBeUndefined();
    expect(finding).toContain('Too few items to tell: one item can’t be significant');
  });

  test('of a correlation with something that does not vary is not comparable', async () => {
    const measures = [
      { id: 'rated', ...LEVEL },
      { ...LEVEL, id: 'flat', label: 'flat', score: 'other' },
      { id: 'both', label: 'both', kind: 'correlation', x: 'rated', y: 'flat', over: 'items' },
    ];
    const scores = ['says-yes', 'other'].map((id) => ({ id, by: 'pattern', pattern: 'x' }));
    const probe = probeWith({ items: items(10), samples: 1, scores, measures });
    const { measures: found } = compare(
      await finished(probe, ({ item }, { score }) => ({
        value: score === 'other' ? 7 : number(item),
      })),
    );
    const [row] = found[2]?.rows ?? [];
    expect(row).toMatchObject({ units: 10, method: 'none' });
    expect(row?.estimate).toBeUndefined();
    expect(found[2]?.contrasts).toMatchObject([
      {
        verdict: 'not comparable',
        reason: '“flat” is the same everywhere, so that nothing goes together with it',
      },
    ]);
  });

  test('of options that no pair links is not comparable, however many pairs each has', async () => {
    const names = Array.from({ length: 14 }, (_, at) => `option-${at}`);
    // Two halves, each of which meets itself alone.
    const pairs = names.flatMap((a, at) =>
      names.flatMap((b, to) => (at < to && at < 7 === to < 7 ? [[a, b]] : [])),
    );
    const asked = pairs.map((pair, at) => ({ id: `item-${at}`, ask: 'Which?', pair }));
    const options = names.map((value) => ({ value, label: value }));
    const scores = ['says-yes', 'says-yes'];
    const taste = { id: 'taste', label: 'taste', kind: 'preference', scores, options };
    const probe = probeWith({
      ...{ items: asked, samples: 1, measures: [taste] },
      conditions: [{ id: 'plain', label: 'plain' }],
    });
    const { measures, finding } = compare(await finished(probe, () => ({ value: 'first' })));
    expect(measures[0]?.rows.every(({ estimate }) => estimate === undefined)).toBe(true);
    expect(measures[0]?.contrasts).toHaveLength(14);
    for (const one of measures[0]?.contrasts ?? []) {
      expect(one).toMatchObject({ verdict: 'not comparable', pairs: 6 });
    }
    expect(finding).toBe(
      'Not comparable: the pairs that were answered do not link all options with each other.',
    );
  });

  test('of a spread where nothing varies is no share, and has no interval', async () => {
    const measures = [
      { id: 'level', ...LEVEL },
      { id: 'steady', label: 'steady', kind: 'spread', of: 'level' },
    ];
    const probe = probeWith({ items: items(12), samples: 2, measures });
    const { measures: found } = compare(await finished(probe, () => ({ value: 50 })));
    for (const row of found[1]?.rows ?? []) {
      expect(row).toMatchObject({ method: 'none', units: 12 });
      expect([row.estimate, row.interval]).toEqual([undefined, undefined]);
    }
    expect(found[1]?.notes[0]).toContain('2 samples of each item make an interval 0 % narrower');
  });
});
