import { z } from 'zod';
import type { ScoreInput } from '../scorer.ts';

export const line = z.string().trim().min(1);

/** The fields that every judged score has. */
export const judged = {
  /** What is judged, and by what: written to somebody who has not read the probe. */
  rubric: line,
  /** What the judge sees beside the answer. Never the model's name. */
  sees: z.array(z.enum(['question', 'frame'])).default(['question']),
};

export const anchor = {
  means: line,
  typical: z.array(line).max(8).optional(),
};

/** What the judge may see of a trial, by the score's `sees`. */
export function seen<Options extends { readonly sees: readonly ('question' | 'frame')[] }>({
  options,
  question,
  frame,
}: ScoreInput<Options>): { readonly question?: string; readonly frame?: string } {
  return {
    ...(options.sees.includes('question') && { question }),
    ...(options.sees.includes('frame') && { frame: frame ?? 'nothing' }),
  };
}
