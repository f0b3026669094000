import { z } from 'zod';
import { slug } from '../field-types.ts';
import type { MeasureWith } from '../fields.ts';

export const fields = {
  x: slug,
  y: slug,
  /** Over conditions, as differences from the baseline; or over items. */
  over: z.enum(['conditions', 'items']),
  /** Over items: only what was asked under this condition; absent: under all. */
  under: slug.optional(),
};

export type CorrelationMeasure = MeasureWith<'correlation', typeof fields>;
