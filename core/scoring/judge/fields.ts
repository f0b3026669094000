import { z } from 'zod';
import type { ScoreInput } from '../scorer.ts';
import { conversation, previousAnswer } from './earlier.ts';
import type { JudgeTask } from './envelope.ts';

export const line = z.string().trim().min(1);

const SEEN = ['question', 'frame', 'before', 'previous'] as const;
type Seen = (typeof SEEN)[number];

/** Material that the judge sees beside the answer. Never the model's name. */
export const sees = z
  .array(z.enum(SEEN))
  .refine((list) => !(list.includes('before') && list.includes('previous')), {
    error: '`before` shows the previous answer too: write one of the two',
  })
  .default(['question']);

/** The fields that every judged score has. */
export const judged = {
  /** The question to the judge, and its measure: written to somebody who has not read the probe. */
  rubric: line,
  sees,
};

export const anchor = {
  means: line,
  typical: z.array(line).max(8).optional(),
};

type Input = Pick<
  ScoreInput<{ readonly sees: readonly Seen[] }>,
  'options' | 'question' | 'frame' | 'before'
>;

/** Parts of a trial that the judge may see, by the score's `sees`. */
export function seen({
  options,
  question,
  frame,
  before,
}: Input): Pick<JudgeTask, 'question' | 'frame' | 'earlier'> {
  const previous = before.at(-1)?.assistant ?? '';
  return {
    ...(options.sees.includes('question') && { question }),
    ...(options.sees.includes('frame') && { frame: frame ?? 'nothing' }),
    ...(options.sees.includes('before') && { earlier: conversation(before) }),
    ...(options.sees.includes('previous') && { earlier: previousAnswer(previous) }),
  };
}

/** Why a judge need not be asked at all: there is no previous answer to hold the answer against. */
export function lacking({ options, before }: Input): string | undefined {
  if (!options.sees.includes('previous') || before.at(-1)?.assistant.trim()) return undefined;
  return 'there is no answer before this one to hold it against';
}
