import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { finished, number, probeWith } from '../fixtures/finished.ts';

const CONDITIONS = [
  { id: 'plain', label: 'plain' },
  { id: 'urged', label: 'urged' },
  { id: 'again', label: 'urged in other words', paraphrases: 'urged' },
];
const probe = probeWith({
  conditions: CONDITIONS,
  samples: 1,
  measures: [{ id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] }],
});

const run = async (again: number) =>
  compare(
    await finished(probe, ({ condition, item }) => ({
      value: { plain: 20, urged: 50 + (number(item) % 2), again }[condition],
    })),
  );

describe('a rewording', () => {
  test('is noise and stands in no contrast', async () => {
    const { measures, finding } = await run(60);
    expect(measures[0]?.contrasts.map(({ a }) => a.condition)).toEqual(['urged']);
    expect(measures[0]?.contrasts[0]?.paraphraseNoise).toBeCloseTo(9.5, 9);
    expect(finding).toContain('more than mere rewordings move it (10)');
  });

  test('is noise of differences between rows, and not of what is held against chance', async () => {
    const level = { id: 'level', label: 'level', kind: 'mean', score: 'says-yes', scale: [0, 100] };
    const chance = probeWith({ ...probe, measures: [{ ...level, chance: 20 }] });
    const { measures } = compare(
      await finished(chance, (one) => ({
        value: ({ plain: 20, urged: 50 }[one.condition] ?? 60) + (number(one.item) % 2),
      })),
    );
    expect(measures[0]?.contrasts.map(({ varies }) => varies)).toEqual(['chance', 'chance']);
    expect(measures[0]?.contrasts.map((one) => one.paraphraseNoise)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('is not said to be passed by a difference whose interval may lie short of it', async () => {
    const { finding } = compare(
      await finished(probe, ({ condition, item }) => ({
        // 30 on average, and from 12 to 48 item by item; the rewording moves 20.
        value: { plain: 20, urged: 32 + (36 * number(item)) / 7, again: 30 }[condition],
      })),
    );
    expect(finding).toContain(', where mere rewordings move it by 20');
  });

  test('that moves as much makes little of a difference', async () => {
    const { measures, finding } = await run(90);
    expect(measures[0]?.contrasts[0]).toMatchObject({ difference: 30.5, paraphraseNoise: 39.5 });
    expect(finding).toContain('no more than mere rewordings move it (40)');
  });

  test('of a distribution is as far apart as its rows are, without the noise of few items', async () => {
    const { measures } = compare(
      await finished(
        probeWith({
          conditions: CONDITIONS,
          samples: 1,
          measures: [
            {
              id: 'who',
              label: 'who',
              kind: 'distribution',
              score: 'says-yes',
              categories: ['x', 'y'].map((value) => ({ value, label: value })),
            },
          ],
        }),
        ({ condition, item }) => ({
          value:
            condition === 'plain'
              ? 'x'
              : // Half and half, and each item the other way.
                number(item) % 2 === Number(condition === 'urged')
                ? 'y'
                : 'x',
        }),
      ),
    );
    expect(measures[0]?.contrasts[0]?.paraphraseNoise).toBe(0);
  });
});
