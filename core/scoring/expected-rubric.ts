import { z } from 'zod';
import { judged, line } from './judge/fields.ts';
import { scorer as judgeLabel } from './judge-label.ts';
import { defineScorer } from './scorer.ts';

const options = z.strictObject({
  /** By item: what its answer has to be or do. An item that is not named requires nothing. */
  expect: z.record(z.string(), line),
  sees: judged.sees,
});

const LABELS = [
  {
    label: 'meets',
    value: 1,
    means: 'the answer meets the requirement, every part of it',
    typical: ['this does what was required'],
  },
  {
    label: 'misses',
    value: 0,
    means: 'the answer misses the requirement, or a part of it',
    typical: ['this does not do what was required'],
  },
];

/** The judge is told of one item's requirement alone. */
function longestIn(expect: unknown): number {
  const requirements = typeof expect === 'object' && expect ? Object.values(expect) : [];
  return Math.max(0, ...requirements.map((text) => String(text).length));
}

/** 1 where a judge model says that the answer meets its own item's requirement, else 0. */
export const scorer = defineScorer({
  name: 'expected-rubric',
  about: 'whether a judge model finds the answer to meet what its own item requires',
  gives: '1 or 0',
  fields: '`expect: { <item>: what its answer has to be or do }`; `sees`',
  options,
  needsJudge: true,
  promptLength: ({ expect }) => JSON.stringify(LABELS).length + longestIn(expect),
  score: async (input) => {
    const { expect, sees } = input.options;
    const requirement = Object.hasOwn(expect, input.item.id) ? expect[input.item.id] : undefined;
    if (requirement === undefined) {
      return { status: 'scored', value: 1, reason: 'nothing is required of this item' };
    }
    const rubric = `Does the answer meet this requirement? ${requirement}`;
    const given = judgeLabel.options.parse({ rubric, labels: LABELS, sees });
    return judgeLabel.score({ ...input, options: given });
  },
});
