import { describe, expect, test } from 'vitest';
import { compare } from '../../core/comparison/compare.ts';
import { WORDS } from '../fixtures/app.ts';
import { finished, number, probeWith } from '../fixtures/finished.ts';

const reasonOf = ({ measures }: ReturnType<typeof compare>) => measures[0]?.contrasts[0]?.reason;

describe('what was lost', () => {
  test.each([
    ['refused', 'have no answer that could be scored: most were refused'],
    ['truncated', 'have no answer that could be scored: most were cut at the token limit'],
    ['failed', 'have no answer that could be scored: most failed'],
  ] as const)('says that trials %s', async (outcome, expected) => {
    const comparison = compare(
      await finished(WORDS, ({ condition, item }) =>
        condition === 'urged' && number(item) < 4 ? { outcome } : { value: 1 },
      ),
    );
    expect(reasonOf(comparison)).toBe(
      `50 % of the trials of larch / assistant under “urged” ${expected}`,
    );
  });

  test('may be the probability on the words asked for', async () => {
    const { measures } = compare(
      await finished(WORDS, ({ condition, item }) =>
        condition === 'urged' && number(item) < 4 ? { mass: 0.1 } : { value: 1, mass: 0.9 },
      ),
    );
    expect(measures[0]?.contrasts[0]?.reason).toMatch(
      /^50 % of the trials .* have too little probability on the words asked for/,
    );
  });

  test('up to two fifths leaves a row comparable', async () => {
    const { measures } = compare(
      await finished(WORDS, ({ condition, item }) =>
        condition === 'urged' && number(item) < 3 ? { outcome: 'refused' } : { value: 1 },
      ),
    );
    expect(measures[0]?.contrasts[0]).toMatchObject({ pairs: 5, verdict: 'too few' });
  });

  test('does not include refusals that the probe has judged, which stay refusals', async () => {
    const judged = probeWith({ scores: [{ ...WORDS.scores[0], refusals: 'judged' }] });
    const { measures } = compare(
      await finished(judged, ({ condition }) =>
        condition === 'urged' ? { outcome: 'refused', value: 1 } : { value: 0 },
      ),
    );
    expect(measures[0]?.rows[1]).toMatchObject({
      estimate: 1,
      scored: 16,
      outcomes: { answered: 0, refused: 16 },
    });
    expect(measures[0]?.contrasts[0]?.verdict).toBe('difference');
  });
});
