import { z } from 'zod';
import { consult } from './judge/consult.ts';
import { envelope } from './judge/envelope.ts';
import { anchor, judged, seen } from './judge/fields.ts';
import { readVerdict } from './judge/reply.ts';
import type { Scorer } from './scorer.ts';

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

/** A judge model's whole number from 0 to 100. */
export const scorer: Scorer<z.infer<typeof options>> = {
  name: 'judge-scale',
  about: 'where on a scale from 0 to 100 a judge model puts the answer, with a quotation',
  options,
  needsJudge: true,
  score: (input) => {
    const { rubric } = input.options;
    const anchors = input.options.anchors.map(({ at, means, typical }) => ({
      mark: String(at),
      means,
      typical,
    }));
    const replyLine = 'SCORE: <integer 0-100>';
    return consult({
      judge: input.judge,
      seed: input.seed,
      messages: (_look, seed) =>
        envelope({ rubric, anchors, ...seen(input), answer: input.answer, replyLine }, seed),
      read: (raw) => readVerdict(raw, 'SCORE', wholeNumber, input.answer),
    });
  },
};

function wholeNumber(text: string): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 100 ? value : undefined;
}
