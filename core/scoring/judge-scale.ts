import { z } from 'zod';
import { consult } from './judge/consult.ts';
import { envelope } from './judge/envelope.ts';
import { anchor, judged, lacking, seen } from './judge/fields.ts';
import { readScore } from './judge/score.ts';
import { WEIGHED } from './judge/weighed.ts';
import { defineScorer } from './scorer.ts';

const options = z.strictObject({
  ...judged,
  /** Points of the scale and what an answer at each is like; at least its two ends. */
  anchors: z
    .array(z.strictObject({ at: z.int().min(0).max(100), ...anchor }))
    .min(2)
    .max(11)
    .refine(
      (list) => list.every(({ at }, index) => index === 0 || at > (list[index - 1]?.at ?? 0)),
      {
        error: 'write the anchors from the lowest to the highest',
      },
    ),
});

/**
 * A judge model's number from 0 to 100: where it offers logprobs, the mean of those that it might have
 * said, weighed by their probability; else the whole number that it wrote.
 */
export const scorer = defineScorer({
  name: 'judge-scale',
  about: 'where on a scale from 0 to 100 a judge model puts the answer, with a quotation',
  gives: 'a number, 0 to 100',
  fields: '`rubric`; `anchors: [{ at, means, typical }]`; `sees`',
  options,
  needsJudge: true,
  score: (input) => {
    const { rubric } = input.options;
    const anchors = input.options.anchors.map(({ at, means, typical }) => ({
      mark: String(at),
      means,
      typical,
    }));
    const task = { rubric, anchors, ...seen(input), answer: input.answer };
    return consult({
      judge: input.judge,
      seed: input.seed,
      lacks: lacking(input),
      look: (_which, seed) => ({
        messages: envelope({ ...task, replyLine: 'SCORE: <integer 0-100>' }, seed),
        ...WEIGHED,
        read: (reply) => readScore(reply, input.answer),
      }),
    });
  },
});
