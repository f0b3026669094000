import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, number, predicting, probeWith } from '../fixtures/finished.ts';

const MEAN = { id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] };
const says = (direction: string, more: object = {}) =>
  probeWith({
    measures: [MEAN],
    samples: 1,
    ...predicting({ measure: 'level', under: 'urged', than: 'plain', direction, ...more }),
  });
const run = async (probe: ReturnType<typeof says>, urged: (item: number) => number) =>
  compare(
    await finished(probe, ({ condition, item }) => ({
      value: condition === 'urged' ? urged(number(item)) : 50,
    })),
  ).measures[0]?.contrasts[0]?.prediction;

/** Item differences of about 20, of about 0 and within 2, and of about 0 and far apart. */
const higher = (item: number) => 70 + item;
const near = (item: number) => 50 + (item % 2 ? 1 : -1);
const wide = (item: number) => 50 + (item % 2 ? 30 : -30);

describe('a prediction', () => {
  test.each([
    ['more', higher, 'as predicted'],
    ['less', higher, 'against'],
    ['same', higher, 'against'],
    ['more', near, 'open'],
    ['less', wide, 'open'],
  ] as const)('of %s', async (direction, urged, expected) => {
    expect(await run(says(direction), urged)).toBe(expected);
  });

  test('of “the same” holds where the interval lies within its margin, and only there', async () => {
    // ±1 over eight items: t interval ±.894.
    expect(await run(says('same', { margin: 1 }), near)).toBe('as predicted');
    expect(await run(says('same', { margin: 0.8 }), near)).toBe('open');
    // About −.4: the interval reaches from −1.29 to .49, and may leave the margin at either end.
    const lower = (item: number) => near(item) - 0.4;
    expect(await run(says('same', { margin: 1 }), lower)).toBe('open');
    expect(await run(says('same', { margin: 1 }), (item) => near(item) + 0.4)).toBe('open');
    expect(await run(says('same', { margin: 1.3 }), lower)).toBe('as predicted');
    expect(await run(says('same', { margin: 10 }), wide)).toBe('open');
    expect(await run(says('same'), near)).toBe('open');
  });

  test('may be written either way round', async () => {
    const turned = probeWith({
      measures: [MEAN],
      samples: 1,
      ...predicting({ measure: 'level', under: 'plain', than: 'urged', direction: 'less' }),
    });
    expect(await run(turned, higher)).toBe('as predicted');
  });

  test('that names two other conditions gets a contrast of its own', async () => {
    const probe = probeWith({
      conditions: conditions('plain', 'urged', 'asked'),
      measures: [MEAN],
      samples: 1,
      ...predicting({ measure: 'level', under: 'urged', than: 'asked', direction: 'more' }),
    });
    const { measures } = compare(
      await finished(probe, ({ condition, item }) => ({
        value: ({ plain: 10, asked: 20, urged: 60 }[condition] ?? 0) + (number(item) % 3),
      })),
    );
    expect(
      measures[0]?.contrasts.map(({ a, b, prediction }) => [a.condition, b?.condition, prediction]),
    ).toEqual([
      ['urged', 'plain', undefined],
      ['asked', 'plain', undefined],
      ['urged', 'asked', 'as predicted'],
    ]);
  });

  test('as predicted in a null is told of', async () => {
    const { finding } = compare(
      await finished(says('same', { margin: 2 }), ({ condition, item }) => ({
        value: condition === 'urged' ? near(number(item)) : 50,
      })),
    );
    expect(finding).toMatch(/^No difference found in “level”; .*, as PSM predicts\.$/);
  });
});

describe('the declared contrasts', () => {
  test('is that of the first measure that draws contrasts; the finding speaks of it', async () => {
    const probe = probeWith({
      samples: 1,
      measures: [
        { ...MEAN, id: 'steps', label: 'steps', over: 'each' },
        MEAN,
        { ...MEAN, id: 'other', label: 'other' },
      ],
    });
    const { measures, finding } = compare(
      await finished(probe, ({ condition, item }) => ({
        value: (condition === 'urged' ? 70 : 20) + number(item) * (condition === 'urged' ? 1 : 2),
      })),
    );
    expect(measures.map(({ id, declared }) => [id, declared])).toEqual([
      ['steps', false],
      ['level', true],
      ['other', false],
    ]);
    expect(finding).toContain(', level: ');
  });
});
