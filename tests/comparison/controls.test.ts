import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, items, number, probeWith } from '../fixtures/finished.ts';

const MEAN = { id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] };
const three = (control: object, more: object = {}) =>
  probeWith({
    conditions: conditions('plain', 'urged', 'fair'),
    measures: [MEAN],
    samples: 1,
    controls: [control],
    ...more,
  });
const about = { measure: 'level', under: 'fair', is: 50, within: 5, otherwise: 'the coin is bent' };
const more = {
  measure: 'level',
  under: 'fair',
  than: 'plain',
  direction: 'more',
  otherwise: 'the frame does not work',
};

/** `fair` as told, item by item; the other two at 20 and 80. */
const run = async (control: object, fair: (item: number) => number, parts: object = {}) =>
  compare(
    await finished(three(control, parts), ({ condition, item }) => ({
      value:
        condition === 'fair'
          ? fair(number(item))
          : (condition === 'urged' ? 80 : 20) + (number(item) % 2),
    })),
  );

const verdicts = ({ measures }: Awaited<ReturnType<typeof run>>) =>
  measures[0]?.contrasts.map(({ verdict }) => verdict);

describe('a control', () => {
  test('that comes out lets the rest be compared', async () => {
    expect(verdicts(await run(about, (item) => 48 + item))).toEqual(['difference', 'difference']);
    expect(verdicts(await run(more, (item) => 60 + item))).toEqual(['difference', 'difference']);
  });

  test('that fails makes nothing of the subject comparable, and says why', async () => {
    const failed = await run(about, (item) => 70 + item);
    expect(verdicts(failed)).toEqual(['not comparable', 'not comparable']);
    expect(failed.finding).toBe('Not comparable: a control failed: the coin is bent.');
    expect(verdicts(await run(more, (item) => 20 + (item % 3)))).toEqual([
      'not comparable',
      'not comparable',
    ]);
  });

  test('fails where all that was to differ is one and the same', async () => {
    const same = await run(about, () => 90);
    expect(same.finding).toContain('the coin is bent');
    const still = await run(more, (item) => 20 + (item % 2));
    expect(still.finding).toContain('the frame does not work');
  });

  test('does not fail where there are too few items to tell', async () => {
    const few = await run(about, () => 90, { items: items(5) });
    expect(verdicts(few)).toEqual(['too few', 'too few']);
  });

  test('of one subject says nothing of another', async () => {
    const { measures } = compare(
      await finished(
        three(about),
        ({ condition, item, subjectId }) => ({
          value:
            condition === 'fair'
              ? (subjectId === 'larch/assistant' ? 70 : 48) + number(item)
              : (condition === 'urged' ? 80 : 20) + (number(item) % 2),
        }),
        { models: ['larch', 'rowan'] },
      ),
    );
    const by = (subject: string) =>
      measures[0]?.contrasts
        .filter(({ a, varies }) => a.subjectId === subject && varies === 'condition')
        .map(({ verdict }) => verdict);
    expect(by('larch/assistant')).toEqual(['not comparable', 'not comparable']);
    expect(by('rowan/assistant')).toEqual(['difference', 'difference']);

    // Rowan is held against larch, whose control failed: whichever of the two it is, they do not compare.
    const between = measures[0]?.contrasts.filter(({ varies }) => varies === 'model');
    expect(between).toMatchObject([
      {
        a: { subjectId: 'rowan/assistant' },
        b: { subjectId: 'larch/assistant' },
        verdict: 'not comparable',
        reason: 'a control failed: the coin is bent',
      },
    ]);
  });
});
