import { z } from 'zod';
import { slug, text } from '../field-types.ts';
import { type MeasureWith, trialFields } from '../fields.ts';

export const fields = {
  ...trialFields,
  score: slug,
  categories: z
    .array(z.strictObject({ value: z.union([z.string(), z.number()]), label: text }))
    .min(2)
    .max(16),
};

export type DistributionMeasure = MeasureWith<'distribution', typeof fields>;
