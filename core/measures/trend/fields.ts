import { slug } from '../field-types.ts';
import type { MeasureWith } from '../fields.ts';

export const fields = { of: slug };

export type TrendMeasure = MeasureWith<'trend', typeof fields>;
