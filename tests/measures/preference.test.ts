import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { conditions, finished, probeWith } from '../fixtures/finished.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
const PAIRS = NAMES.flatMap((one, at) => NAMES.slice(at + 1).map((other) => [one, other] as const));
const probe = probeWith({
  conditions: conditions('plain'),
  samples: 1,
  items: PAIRS.map((pair) => ({ id: pair.join('-'), ask: 'Which?', pair })),
  scores: ['given', 'turned'].map((id) => ({ id, by: 'pattern', pattern: 'yes' })),
  measures: [
    {
      id: 'taste',
      label: 'taste',
      kind: 'preference',
      scores: ['given', 'turned'],
      options: NAMES.map((value) => ({ value, label: `option ${value}` })),
    },
  ],
});

describe('a preference', () => {
  test('ranks what is chosen over what, against even chances', async () => {
    // The earlier letter is always chosen, in both orders.
    const { measures, finding } = compare(await finished(probe, () => ({ value: 'first' })));
    const [measure] = measures;
    expect(measure?.rows.map(({ group }) => group)).toEqual(NAMES.map((name) => `option ${name}`));
    expect(measure?.rows[0]?.estimate).toBeGreaterThan(0.9);
    expect(measure?.rows[0]).toMatchObject({ units: 11, unit: 'pair' });
    // Eleven opponents: 2 / 2^11 at best, and twelve options in the family.
    expect(measure?.contrasts[0]).toMatchObject({ p: 2 / 2 ** 11, verdict: 'difference' });
    expect(measure?.contrasts.at(-1)).toMatchObject({ p: 2 / 2 ** 11, verdict: 'difference' });
    expect(measure?.contrasts[5]).toMatchObject({ verdict: 'none found' });
    expect(measure?.notes).toEqual([
      'took neither 0 % of the time, and of the two the one shown first 50 %; 0 of 220 triples go round in a circle (a coin: 25 %).',
    ]);
    expect(finding).toMatch(/^larch \/ assistant, taste \(option [al]\): /);
  });

  test('makes a tie of a pair that goes by place', async () => {
    const { measures } = compare(
      await finished(probe, (_, { score }) => ({ value: score === 'given' ? 'first' : 'second' })),
    );
    for (const row of measures[0]?.rows ?? []) expect(row.estimate).toBeCloseTo(0.5, 9);
    expect(measures[0]?.contrasts[0]).toMatchObject({ p: 1, verdict: 'none found' });
    expect(measures[0]?.notes[0]).toContain('of the two the one shown first 100 %');
  });

  test('counts neither as neither, and a pair that lacks an order as lost', async () => {
    const { measures } = compare(
      await finished(probe, ({ item }, { score }) =>
        item === 'a-b' && score === 'turned' ? {} : { value: 'neither' },
      ),
    );
    expect(measures[0]?.notes[0]).toMatch(/^took neither 100 % of the time, no three options/);
    expect(measures[0]?.rows.find(({ group }) => group === 'option a')).toMatchObject({
      trials: 11,
      scored: 10,
      outcomes: { unparseable: 1 },
    });
  });

  test('has an interval over pairs, however often each was asked', async () => {
    const width = async (samples: number) => {
      const { measures } = compare(
        await finished(
          probe,
          ({ item }) => ({
            value: (item.charCodeAt(0) + item.charCodeAt(2)) % 3 ? 'first' : 'second',
          }),
          { samples },
        ),
      );
      const [low = 0, high = 0] =
        measures[0]?.rows.find(({ group }) => group === 'option f')?.interval ?? [];
      return high - low;
    };
    const [once, often] = [await width(1), await width(4)];
    expect(often / once).toBeGreaterThan(0.8);
    expect(often / once).toBeLessThan(1.25);
  });
});
