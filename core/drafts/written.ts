import { z } from 'zod';
import { stripLine } from '../text/sanitise.ts';
import { QUESTION_LENGTH, QUESTIONS, TEXT_LENGTH, TRAIT_LENGTH } from './limits.ts';

/** On one line, without what acts in a text, and without slots to fill. */
function oneLine(text: string): string {
  return stripLine(text).replace(/\[(?=\[)/g, '[ ');
}

function line(most: number): z.ZodType<string, string> {
  return z
    .string()
    .max(10 * most)
    .transform(oneLine)
    .pipe(z.string().min(1, 'write something here').max(most, `use ${most} characters at most`));
}

export const trait = line(TRAIT_LENGTH);

const anchor = z.strictObject({
  at: z.int().min(0).max(100),
  means: line(TEXT_LENGTH),
  /** A few wordings that would earn this point. */
  typical: z.array(line(100)).max(6).default([]),
});

/** All that a probe of a trait needs: a writer gives it, and a person may change it. */
export const writtenSchema = z.object({
  rubric: line(TEXT_LENGTH),
  anchors: z
    .array(anchor)
    .min(2, 'give at least two anchors')
    .max(6, 'give at most six anchors')
    .transform((list) => list.toSorted((a, b) => a.at - b.at))
    .refine((list) => new Set(list.map(({ at }) => at)).size === list.length, {
      error: 'two anchors stand at the same point',
    })
    .refine((list) => list[0]?.at === 0 && list.at(-1)?.at === 100, {
      error: 'the anchors begin at 0 and end at 100',
    }),
  questions: z
    .array(line(QUESTION_LENGTH))
    .min(1, 'leave one question at least')
    .max(QUESTIONS.most, `ask ${QUESTIONS.most} questions at most`)
    .refine((list) => new Set(list.map((text) => text.toLowerCase())).size === list.length, {
      error: 'two questions are the same',
    }),
  /** A system prompt that asks for the trait, and one that asks for its opposite. */
  positive: line(TEXT_LENGTH),
  negative: line(TEXT_LENGTH),
});

export type Written = z.infer<typeof writtenSchema>;
