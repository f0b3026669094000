import { z } from 'zod';
import type { TokenChoice } from '../domain/reply.ts';
import { LEAST_MASS } from '../statistics/weighted-score.ts';
import { alternativesAt, bare } from './logprobs/alternatives.ts';
import { defineScorer } from './scorer.ts';

const word = z
  .string()
  .trim()
  .regex(/^\S{1,40}$/, 'write one word')
  .transform((text) => text.toLowerCase());

const options = z
  .strictObject({
    first: word,
    second: word,
    /** The least probability on the two words together: with less, the answer tells nothing of them. */
    least: z.number().min(0.01).max(1).default(LEAST_MASS),
  })
  .refine(({ first, second }) => first !== second, { error: 'the two words are the same' });

/** Tokenisers split words, but not after fewer letters than tell one from another. */
const SHORTEST_BEGINNING = 3;

/**
 * P(first) / (P(first) + P(second)) where the answer's first word stands, from 0 to 1; `mass` is
 * P(first) + P(second). A token counts for a word where it is that word, or begins it and not the other.
 */
export const scorer = defineScorer({
  name: 'logprob-ratio',
  about: 'how likely the answer was to begin with one word, of the odds of that and another',
  gives: 'a share, 0 to 1',
  fields:
    '`first: heads`, `second: tails`; `least: 0.25`, the least probability that must lie on the two',
  options,
  needsJudge: false,
  readsLogprobs: 20,
  score: async ({ options: { first, second, least }, logprobs }) => {
    const place = logprobs && placeOfFirstWord(logprobs);
    const alternatives = place && alternativesAt(place);
    if (!alternatives) {
      return { status: 'unparseable', reason: 'the provider sent no logprobs for the answer' };
    }
    const on = (one: string, other: string) =>
      alternatives
        .filter(([token]) => stands(bare(token).toLowerCase(), one, other))
        .reduce((sum, [, share]) => sum + share, 0);
    const [onFirst, onSecond] = [on(first, second), on(second, first)];
    const mass = Math.min(1, onFirst + onSecond);
    const lay = `${percent(mass)} of the probability lay on “${first}” and “${second}”`;
    if (mass < least) return { status: 'unparseable', reason: `only ${lay}`, mass };
    const value = onFirst / (onFirst + onSecond);
    const reason = `${lay}, and ${percent(value)} of that on “${first}”`;
    return { status: 'scored', value, reason, quote: bare(place.token), mass };
  },
});

function placeOfFirstWord(logprobs: readonly TokenChoice[]): TokenChoice | undefined {
  return logprobs.find(({ token }) => bare(token) !== '');
}

function stands(token: string, word: string, other: string): boolean {
  if (token === word) return true;
  return token.length >= SHORTEST_BEGINNING && word.startsWith(token) && !other.startsWith(token);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
