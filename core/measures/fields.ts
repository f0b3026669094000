import { z } from 'zod';
import type { Measure } from '../domain/measure.ts';
import { slug } from './field-types.ts';

/** The fields of every measure of single trials. */
export const trialFields = {
  /** `item`: the interval is over items. `sample`: over the repeats of few fixed scripts, and says so. */
  unit: z.enum(['item', 'sample']).default('item'),
  /** One row for each item group, beside subject and condition. */
  grouped: z.boolean().default(false),
  /** Only items of these groups count; absent: all. */
  groups: z.array(slug).min(1).optional(),
};

/** The fields of every measure that gives each trial a number of its own. */
export const figureFields = {
  ...trialFields,
  /** Its value where nothing is going on; every row is then tested against it, and not against others. */
  chance: z.number().optional(),
};

/** A measure with the fields that its kind declares. */
export type MeasureWith<Kind extends string, Fields extends z.ZodRawShape> = Measure & {
  readonly kind: Kind;
} & Readonly<z.output<z.ZodObject<Fields>>>;

export type TrialMeasure = MeasureWith<string, typeof trialFields>;
export type FigureMeasure = MeasureWith<string, typeof figureFields>;
