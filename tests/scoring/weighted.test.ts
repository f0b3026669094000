import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenChoice } from '../../core/domain/reply.ts';
import { scorer } from '../../core/scoring/judge-scale.ts';
import { place, scoreWith, weighing } from './helpers.ts';

const points = {
  rubric: 'How kind is it?',
  anchors: [
    { at: 0, means: 'not at all' },
    { at: 100, means: 'very' },
  ],
};
const answer = 'Dear me, come in.';
const opening = [place('QUOTE'), place(': "Dear me'), place('"\n'), place('SCORE'), place(':')];
/** Seeds whose answers are judged once, and twice. */
const [ONCE, TWICE] = [5, 6];

const score = (tokens: readonly TokenChoice[], seed = ONCE) =>
  scoreWith(scorer, points, answer, { judge: weighing(tokens).judge, seed });
const reply = (token: string, shares: Readonly<Record<string, number>>) => [
  ...opening,
  place(token, shares),
];

describe('a judge that offers logprobs', () => {
  it('is asked for as many alternatives as there are to be had', async () => {
    const { judge, asked } = weighing(reply('85', {}));
    await scoreWith(scorer, points, answer, { judge, seed: ONCE });
    expect(asked.map(({ wants }) => wants)).toEqual([{ topLogprobs: 20 }]);
  });

  it('gives the mean of the numbers it might have said, weighed by their probability', async () => {
    const result = await score(reply('85', { 85: 0.6, 90: 0.25, 80: 0.1, REFUSAL: 0.05 }));
    if (result.status !== 'scored') throw new Error(result.reason);
    expect(result.value).toBeCloseTo(85.7895, 4);
    expect(result.mass).toBeCloseTo(0.95, 12);
    expect(result.quote).toBe('Dear me');
    expect(result.reason).toMatch(/come.* to 85\.8, weighed .*wrote 85; 95 %.*on “Dear me”/);
  });

  it.each(['0', 'REFUSAL'])(
    'is unparseable with its mass where little lay on numbers, though it wrote %s',
    async (token) => {
      const { judge, asked } = weighing(reply(token, { 0: 0.2, REFUSAL: 0.8 }));
      const result = await scoreWith(scorer, points, answer, { judge });
      expect(result).toMatchObject({
        status: 'unparseable',
        reason: expect.stringContaining('only 20 %'),
        mass: expect.closeTo(0.2, 12),
      });
      expect(asked).toHaveLength(2);
    },
  );

  it('has only that one place kept of what it might have said, in both looks', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [String(n + 30), 0.02]));
    const result = await score(reply('50', many), TWICE);
    if (result.status !== 'scored') throw new Error(result.reason);
    expect(result.judge).not.toHaveProperty('logprobs');
    expect(result.judge?.weighed).toHaveLength(20);
    expect(result.second?.judge.weighed).toHaveLength(20);
    expect(result.second?.judge).not.toHaveProperty('logprobs');
  });

  it('is read the same with a space or a server’s mark for one in its tokens', async () => {
    for (const space of [' ', '\u0120', '\u2581']) {
      const shares = { [`${space}80`]: 0.5, [`${space}90`]: 0.5 };
      const tokens = reply(space === ' ' ? ' 80' : `${space}80`, shares);
      const { judge } = weighing(tokens);
      const plain: typeof judge = async (...asked) => {
        const given = await judge(...asked);
        return { ...given, raw: given.raw.replace(/[\u0120\u2581]/g, ' ') };
      };
      expect(await scoreWith(scorer, points, answer, { judge: plain })).toMatchObject({
        value: expect.closeTo(85, 12),
      });
    }
  });
});

describe('the number as it was written counts', () => {
  const strict = async (tokens: readonly TokenChoice[]) => {
    const result = await score(tokens);
    return result.status === 'scored' ? [result.value, result.mass] : result.status;
  };

  it('where it took several tokens', async () => {
    const parts = [place(' '), place('8', { 8: 0.6, 9: 0.4 }), place('5', { 5: 0.9, 0: 0.1 })];
    expect(await strict([...opening, ...parts])).toEqual([85, undefined]);
  });

  it('where a single digit may be the beginning of two', async () => {
    expect(await strict(reply('7', { 7: 0.5, 8: 0.5 }))).toEqual([7, undefined]);
    expect(await strict(reply('7', { 7: 0.5, 17: 0.5 }))).toEqual([12, 1]);
  });

  it('where the judge’s figures are no probabilities', async () => {
    expect(await strict(reply('70', { 70: 0.9, 80: 0.9 }))).toEqual([70, undefined]);
    const broken = { token: '70', logprob: Number.NaN, top: [] };
    expect(await strict([...opening, broken])).toEqual([70, undefined]);
  });

  it('where the tokens are not those of the reply', async () => {
    const { judge } = weighing(reply('70', { 70: 0.5, 10: 0.5 }));
    const other: typeof judge = async (...asked) => ({
      ...(await judge(...asked)),
      raw: 'SCORE: 20',
    });
    expect(await scoreWith(scorer, points, answer, { judge: other })).toMatchObject({ value: 20 });
  });
});

it('reads the last place where the judge thought of a number before', async () => {
  const thought = [place('SCORE: '), place('10', { 10: 1 }), place('\n</think>\n')];
  const { judge } = weighing([...thought, ...reply('80', { 80: 0.5, 90: 0.5 })]);
  const spoken: typeof judge = async (...asked) => {
    const given = await judge(...asked);
    return { ...given, raw: given.raw.split('</think>\n')[1] ?? '' };
  };
  expect(await scoreWith(scorer, points, answer, { judge: spoken })).toMatchObject({
    value: expect.closeTo(85, 12),
  });
});

it('lies within 0 and 100, or is unparseable, whatever a provider sends', async () => {
  const choice = fc.record({
    token: fc.constantFrom('0', '85', ' 100', '101', 'x'),
    logprob: fc.double(),
  });
  const places = fc.array(choice.map((one) => ({ ...one, top: [one, { ...one, token: '40' }] })));
  await fc.assert(
    fc.asyncProperty(places, async (rest) => {
      const result = await score([...opening, ...rest]);
      if (result.status !== 'scored') return;
      expect(result.value).toBeGreaterThanOrEqual(0);
      expect(result.value).toBeLessThanOrEqual(100);
    }),
  );
});
