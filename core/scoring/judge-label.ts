import { z } from 'zod';
import { seedFrom } from '../statistics/random.ts';
import { consult } from './judge/consult.ts';
import { envelope } from './judge/envelope.ts';
import { anchor, judged, lacking, seen } from './judge/fields.ts';
import { readVerdict } from './judge/reply.ts';
import { defineScorer } from './scorer.ts';

const label = z.strictObject({
  label: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens'),
  ...anchor,
  /** A value that is stored in place of the label, where the labels are points of a scale. */
  value: z.number().optional(),
});

const options = z.strictObject({
  ...judged,
  labels: z
    .array(label)
    .min(2)
    .max(12)
    .refine((list) => new Set(list.map((one) => one.label)).size === list.length, {
      error: 'two labels are the same',
    }),
});

/**
 * A judge model's choice of one label. In half of the judgements the labels stand in the opposite
 * order, and a second look always sees the order that the first did not.
 */
export const scorer = defineScorer({
  name: 'judge-label',
  about: 'which label of a rubric a judge model chooses, with a quotation to show for it',
  gives: 'the label, or its `value`',
  fields: '`rubric`; `labels: [{ label, means, typical, value }]`; `sees`',
  options,
  needsJudge: true,
  score: (input) => {
    const { labels, rubric } = input.options;
    const turned = seedFrom(input.seed, 'order') % 2 === 1;
    return consult({
      judge: input.judge,
      seed: input.seed,
      lacks: lacking(input),
      look: (which, seed) => {
        const inOrder = turned === (which === 'second') ? labels : labels.toReversed();
        const anchors = inOrder.map(({ label: mark, means, typical }) => ({
          mark,
          means,
          typical,
        }));
        const task = { rubric, anchors, ...seen(input), answer: input.answer };
        return {
          messages: envelope({ ...task, replyLine: 'LABEL: <label>' }, seed),
          read: ({ raw }) =>
            readVerdict(raw, 'LABEL', (text) => labelled(text, labels), input.answer),
        };
      },
    });
  },
});

function labelled(
  text: string,
  labels: readonly z.infer<typeof label>[],
): number | string | undefined {
  const wanted = text.replace(/\.$/, '').toLowerCase();
  const found = labels.find((one) => one.label === wanted);
  return found && (found.value ?? found.label);
}
