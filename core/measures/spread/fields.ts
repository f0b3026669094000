import { slug } from '../field-types.ts';
import type { MeasureWith } from '../fields.ts';

export const fields = { of: slug };

export type SpreadMeasure = MeasureWith<'spread', typeof fields>;
