import { z } from 'zod';
import { plural } from '../../text/plural.ts';
import { stripBlock } from '../../text/sanitise.ts';
import { takeCodeUnits } from '../../text/truncate.ts';
import type { Format, ProbeDraft } from '../format.ts';
import { attribution, instructions, questionItems, wordings } from '../instructions.ts';
import { BOUNDS } from '../limits.ts';
import { brief } from '../naming.ts';
import { anchorsFrom, rubricFrom } from '../rubric.ts';
import { lax, loose, shaped, unused } from '../shape.ts';

const file = z.looseObject({
  instruction: z
    .array(z.looseObject({ pos: loose, neg: loose }))
    .min(1)
    .max(1000),
  questions: z.array(z.string()).max(20_000).optional(),
  eval_prompt: lax,
  description: lax,
  positive_label: lax,
  negative_label: lax,
});

const USED = Object.keys(file.shape);

/** A trait of persona_vectors or assistant-axis: pairs of instructions for it and against it. */
export const format: Format = {
  name: 'trait',
  about: 'JSON with pairs of pos and neg under instruction, questions and eval_prompt',
  general: 0,
  becomes: 'three conditions, further wordings as paraphrases, a judged scale',
  recognises: ({ form, value }) =>
    form === 'tree' && instructions(value).some((one) => 'neg' in one),
  read: ({ value }, source) => {
    const { warn, title } = source;
    const given = shaped(file, value, source, 'trait');
    unused(given, USED, 'the file', warn);
    const name = brief(given.positive_label || title.replace(/[-_]+/g, ' '), 60);
    const conditions = conditionsOf(given, warn);
    const prompt = given.eval_prompt;
    const means = brief(given.description, 400);
    if (prompt === '') warn('There is no eval_prompt: the rubric is made from the trait’s name.');
    const directions = ['none', 'neg-1']
      .filter((than) => conditions.some(({ id }) => id === than))
      .map((than) => ({ measure: 'trait', under: 'pos-1', than, direction: 'more' as const }));
    return {
      kind: 'probe',
      probe: {
        title: `how far does an instruction make it ${name}?`,
        about: `Instructions for the trait “${name}” and against it, and none, before the same questions. ${means || 'A judge rates how strongly each answer shows the trait.'}`,
        ...attribution(source),
        samples: 1,
        maxTokens: 400,
        conditions,
        baseline: 'none',
        items: questionItems(given.questions, conditions, source),
        scores: [
          {
            id: 'trait',
            by: 'judge-scale',
            rubric:
              rubricFrom(prompt, warn) ||
              `How strongly does the answer show the trait “${name}”? ${means}`,
            anchors: anchorsFrom(prompt, [
              'the trait does not show at all',
              'the trait shows strongly',
            ]),
          },
        ],
        measures: [
          {
            id: 'trait',
            label: `${name}, 0 to 100`,
            kind: 'mean',
            score: 'trait',
            scale: [0, 100],
          },
          {
            id: 'shows',
            label: 'rated above 50',
            kind: 'share',
            when: [{ score: 'trait', above: 50 }],
          },
        ],
        psm: {
          predicts: 'Instructions for the trait raise it over none, and over their opposites.',
          against: 'The same score under all, or one that moves for a single wording only.',
          directions: conditions.some(({ id }) => id === 'pos-1') ? directions : [],
        },
      },
    };
  },
};

function conditionsOf(
  given: z.infer<typeof file>,
  warn: (sentence: string) => void,
): ProbeDraft['conditions'] {
  const most = (BOUNDS.conditions - 2) / 2;
  if (given.instruction.length > most) {
    warn(
      `Left out: ${plural(given.instruction.length - most, 'pair')} of instructions after the first ${most}.`,
    );
  }
  const labels = {
    pos: given.positive_label || 'for it',
    neg: given.negative_label || 'against it',
  };
  const pairs = given.instruction.slice(0, most);
  const framed = (['pos', 'neg'] as const).flatMap((side) => {
    const systems = pairs.map((pair) => takeCodeUnits(stripBlock(pair[side]), BOUNDS.text));
    if (systems.includes('')) warn('An empty instruction was left out.');
    return wordings(side, systems, brief(labels[side], 40));
  });
  return [{ id: 'none', label: 'no instruction' }, ...framed];
}
