import { z } from 'zod';
import { slug, text } from '../field-types.ts';
import type { MeasureWith } from '../fields.ts';

export const fields = {
  /** Two scores whose values are `first`, `second` (of the item's `pair`) or `neither`. */
  scores: z.tuple([slug, slug]),
  options: z
    .array(z.strictObject({ value: slug, label: text }))
    .min(3)
    .max(24),
};

export type PreferenceMeasure = MeasureWith<'preference', typeof fields>;
