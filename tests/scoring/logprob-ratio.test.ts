import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenChoice } from '../../core/domain/reply.ts';
import { scorer } from '../../core/scoring/logprob-ratio.ts';
import { place, scoreWith } from './helpers.ts';

const coin = { first: 'heads', second: 'tails' };
const score = (logprobs: readonly TokenChoice[] | undefined, options: unknown = coin) =>
  scoreWith(scorer, options, 'heads', { logprobs });
const ratio = async (shares: Readonly<Record<string, number>>, options: unknown = coin) => {
  const [token = ''] = Object.keys(shares);
  const result = await score([place(token, shares)], options);
  return result.status === 'scored' ? [result.value, result.mass] : [result.status, result.mass];
};
const close = (...figures: readonly number[]) => figures.map((one) => expect.closeTo(one, 12));

describe('logprob-ratio', () => {
  it('is what lay on the first word, of what lay on both', async () => {
    const result = await score([
      place(' heads', { ' heads': 0.66, ' tails': 0.22, ' again': 0.12 }),
    ]);
    expect(result).toEqual({
      status: 'scored',
      value: expect.closeTo(0.75, 12),
      mass: expect.closeTo(0.88, 12),
      quote: 'heads',
      reason: '88.0 % of the probability lay on “heads” and “tails”, and 75.0 % of that on “heads”',
    });
  });

  it.each([
    ['whatever its case and spaces', { Heads: 0.3, ' HEADS': 0.3, '\u0120tails': 0.2 }, 0.75],
    ['that a tokeniser splits', { hea: 0.6, ' tai': 0.2 }, 0.75],
    ['that a token only begins like', { heads: 0.6, tails: 0.2, headstrong: 0.2 }, 0.75],
    ['of which a token has too little', { heads: 0.6, tails: 0.2, he: 0.1, t: 0.1 }, 0.75],
  ])('takes a word %s', async (_how, shares, expected) => {
    expect(await ratio(shares)).toEqual(close(expected, 0.8));
  });

  it('counts a beginning that both words have for neither', async () => {
    const alike = { first: 'start', second: 'starve' };
    expect(await ratio({ start: 0.3, star: 0.4, starv: 0.3 }, alike)).toEqual(close(0.5, 0.6));
  });

  it('takes letters and short words whole', async () => {
    expect(await ratio({ A: 0.2, B: 0.6 }, { first: 'A', second: 'B' })).toEqual(close(0.25, 0.8));
  });

  it('is unparseable with its mass where little lay on either', async () => {
    const shares = { The: 0.8, heads: 0.1, tails: 0.1 };
    expect(await score([place('The', shares)])).toEqual({
      status: 'unparseable',
      reason: 'only 20.0 % of the probability lay on “heads” and “tails”',
      mass: expect.closeTo(0.2, 12),
    });
    expect(await ratio(shares, { ...coin, least: 0.1 })).toEqual(close(0.5, 0.2));
    expect(await ratio({ The: 1 }, { ...coin, least: 0.01 })).toEqual(['unparseable', 0]);
  });

  it('reads the first token that is not blank', async () => {
    const tokens = [
      place('\n'),
      place(' ', { heads: 0.1 }),
      place('tails', { heads: 0.5, tails: 0.5 }),
    ];
    expect(await score(tokens)).toMatchObject({ value: 0.5, quote: 'tails' });
  });

  it.each([undefined, [], [place(' ')], [{ token: 'heads', logprob: Number.NaN, top: [] }]])(
    'says that there were no logprobs where there were none: %j',
    async (logprobs) => {
      expect(await score(logprobs)).toMatchObject({
        status: 'unparseable',
        reason: 'the provider sent no logprobs for the answer',
      });
    },
  );

  it('refuses words that cannot be told apart, and more than one', () => {
    for (const wrong of [
      { first: 'Heads', second: 'heads' },
      { first: 'the heads', second: 'tails' },
      { first: '', second: 'tails' },
      { ...coin, least: 0 },
    ]) {
      expect(scorer.options.safeParse(wrong).success).toBe(false);
    }
  });

  it('is a share or unparseable, whatever a provider sends', async () => {
    const one = fc.record({
      token: fc.oneof(fc.string(), fc.constant(' hea')),
      logprob: fc.double(),
    });
    const places = fc.array(fc.tuple(one, fc.array(one)).map(([own, top]) => ({ ...own, top })));
    await fc.assert(
      fc.asyncProperty(places, async (logprobs) => {
        const result = await score(logprobs);
        if (result.status !== 'scored') return;
        expect(result.value).toBeGreaterThanOrEqual(0);
        expect(result.value).toBeLessThanOrEqual(1);
      }),
    );
  });
});
