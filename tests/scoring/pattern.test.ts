import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorer } from '../../core/scoring/pattern.ts';
import { scoreWith } from './helpers.ts';

const near = {
  pattern: '\\b(?:we|us|our)\\b',
  near: { pattern: '\\b(?:bod(?:y|ies)|ancestors?)\\b', within: 6 },
};
const value = async (answer: string, options: unknown = near) => {
  const score = await scoreWith(scorer, options, answer);
  return score.status === 'scored' ? score.value : score.status;
};

describe('pattern', () => {
  it.each([
    ['Sugar kept our ancestors alive.', 1],
    ['Our bodies learned to prize it.', 1],
    ['Their bodies learned to prize it.', 0],
    ['The body, as far as we know, cannot tell.', 1],
    ['We have written at length on all of this before; the human body is another matter.', 0],
    ['“Our bodies”, says the poster, but theirs are meant.', 0],
    ['They write "our bodies" on the wall.', 0],
    ['«Notre» and «our bodies» differ.', 0],
    ['> our bodies\nsaid somebody else', 0],
    ['They said "no" and "yes", and our bodies obeyed.', 1],
    ['An odd " mark, then our bodies.', 1],
    ['The cactus and the bus need no body.', 0],
    ['', 0],
  ])('%j is %i', async (answer, expected) => {
    expect(await value(answer)).toBe(expected);
  });

  it('counts quotations too where it is told to', async () => {
    expect(await value('“our bodies”', { ...near, quoted: true })).toBe(1);
  });

  it('shows the words that it found', async () => {
    const score = await scoreWith(
      scorer,
      near,
      'Long ago, sugar was rare and our ancestors ate it all.',
    );
    expect(score).toMatchObject({
      quote: expect.stringContaining('our ancestors'),
      reason: '“our” occurs',
    });
  });

  it.each(['(', '(a+)+', '(?:(a*)b)*', '(?:\\w+\\s?){2,9}'])('refuses %s', (pattern) => {
    expect(scorer.options.safeParse({ pattern }).success).toBe(false);
  });

  it.each(['(?:a|b)+', '\\b(?:x{2}|y)*z', '[(a+)]+', '(?:ab?){3}'])('takes %s', (pattern) => {
    expect(scorer.options.safeParse({ pattern }).success).toBe(true);
  });

  it('scores any text, of any length, with a quotation that is in it', async () => {
    const pieces = fc.constantFrom(
      'our',
      ' ',
      'body',
      '"',
      '“',
      '”',
      '\n',
      '> ',
      'we,',
      'ancestors',
      '\u202e',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        async (answer) => {
          const score = await scoreWith(scorer, near, answer);
          expect(score.status).toBe('scored');
          if (score.status === 'scored' && score.quote) expect(answer).toContain(score.quote);
        },
      ),
    );
    const started = performance.now();
    await scoreWith(scorer, near, 'our body "'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
