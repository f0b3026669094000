import { z } from 'zod';
import { slug } from '../field-types.ts';
import { figureFields, type MeasureWith } from '../fields.ts';

export const fields = {
  ...figureFields,
  score: slug,
  /** Taken off, step by step: the step of this score that has the same name behind the score's own. */
  minus: slug.optional(),
  /** The range of the score; `rescale` maps it to 0..1 after keying. */
  scale: z.tuple([z.number(), z.number()]),
  rescale: z.boolean().default(false),
  /** Groups whose scores count the other way round here, such as one trait of a profile. */
  turned: z.array(slug).min(1).optional(),
  /** False: items' keys are ignored, as for an index of agreement with whatever is said. */
  keyed: z.boolean().default(true),
  /** Over the steps of a trial: the mean of all, one figure a step, the slope per step, or last minus first. */
  over: z.enum(['mean', 'each', 'slope', 'change']).default('mean'),
  /** Cronbach's alpha of each group over the frames that were asked, beside the figures. */
  alpha: z.boolean().default(false),
};

export type MeanMeasure = MeasureWith<'mean', typeof fields>;
