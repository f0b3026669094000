import { z } from 'zod';
import { random, seedFrom } from '../statistics/random.ts';
import { ARCHETYPES, type Archetype } from './judge/archetypes.ts';
import { consult } from './judge/consult.ts';
import { envelope } from './judge/envelope.ts';
import { anchor, lacking, seen, sees } from './judge/fields.ts';
import { readSpeaker } from './judge/speaker.ts';
import { WEIGHED } from './judge/weighed.ts';
import { defineScorer } from './scorer.ts';
import { letterOf } from './text/letters.ts';

const options = z.strictObject({
  /** Who may be speaking; absent: the archetypes that come with the bot. */
  archetypes: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens'),
        ...anchor,
      }),
    )
    .min(2)
    .max(20)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: 'two archetypes are called the same',
    })
    .optional(),
  sees,
});

const RUBRIC =
  'Who is speaking? Somebody wrote the answer below. Of the kinds of speaker in this list, choose the one ' +
  'that it sounds most like: go by how it talks, what it takes for granted and from what place it speaks, ' +
  'not by what it talks about. What it says of itself counts as one sign among others.';

/**
 * How likely each of a cast of archetypes is to be who speaks in the answer, by a judge model that must
 * choose one: the odds of its choice where it offers logprobs, else all on the one it chose. The value
 * is the likeliest. Their order is drawn anew for each judgement.
 */
export const scorer = defineScorer({
  name: 'who-is-speaking',
  about: 'which of a cast of archetypes the answer sounds like, and how likely each of them is',
  gives: 'the name of an archetype',
  fields:
    '`archetypes: [{ name, means, typical }]`, two to twenty, or none for those of the bot; `sees`',
  options,
  needsJudge: true,
  promptLength: ({ archetypes = ARCHETYPES }) => RUBRIC.length + JSON.stringify(archetypes).length,
  score: (input) => {
    const archetypes: readonly Archetype[] = input.options.archetypes ?? ARCHETYPES;
    return consult({
      judge: input.judge,
      seed: input.seed,
      lacks: lacking(input),
      look: (_which, seed) => {
        const lettered = random(seedFrom(seed, 'order')).shuffle(archetypes);
        const anchors = lettered.map(({ means, typical }, index) => ({
          mark: letterOf(index),
          means,
          typical,
        }));
        const task = { rubric: RUBRIC, anchors, ...seen(input), answer: input.answer };
        return {
          messages: envelope({ ...task, replyLine: 'SPEAKER: <letter>' }, seed),
          ...WEIGHED,
          read: (reply) =>
            readSpeaker(
              reply,
              lettered.map(({ name }) => name),
              input.answer,
            ),
        };
      },
    });
  },
});
