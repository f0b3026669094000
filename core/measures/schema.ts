import { z } from 'zod';
import { slug, text } from './field-types.ts';

/** A condition on one judgement of a trial; several in one measure must all hold. */
const clause = z.union([
  z.strictObject({ score: slug, is: z.array(z.union([z.string(), z.number()])).min(1) }),
  z.strictObject({ score: slug, below: z.number() }),
  z.strictObject({ score: slug, above: z.number() }),
]);

const named = { id: slug, label: text };

/** What every measure of single trials has. */
const counted = {
  ...named,
  /** `item`: the interval is over items. `sample`: over the repeats of few fixed scripts, and says so. */
  unit: z.enum(['item', 'sample']).default('item'),
  /** One row for each item group, beside subject and condition. */
  grouped: z.boolean().default(false),
  /** Only items of these groups count; absent: all. */
  groups: z.array(slug).min(1).optional(),
};

/** What it is where nothing is going on; every row is then tested against it, and not against others. */
const chance = z.number().optional();

export const measureSchema = z.discriminatedUnion('kind', [
  /** The share of trials for which every clause of `when` holds. */
  z.strictObject({
    kind: z.literal('share'),
    ...counted,
    chance,
    when: z.array(clause).min(1),
  }),
  /** The mean of a numeric score; `scale` is its range, and `rescale` maps it to 0..1 after keying. */
  z.strictObject({
    kind: z.literal('mean'),
    ...counted,
    chance,
    score: slug,
    /** Taken off, step by step: the step of this score that has the same name behind the score's own. */
    minus: slug.optional(),
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
  }),
  /** The shares of the values of a categorical score; rows are compared as wholes. */
  z.strictObject({
    kind: z.literal('distribution'),
    ...counted,
    score: slug,
    categories: z
      .array(z.strictObject({ value: z.union([z.string(), z.number()]), label: text }))
      .min(2)
      .max(16),
  }),
  /** How far another measure rises with the rank of the condition, for each ladder: Spearman's rho, −1 to 1. */
  z.strictObject({ kind: z.literal('trend'), ...named, of: slug }),
  /** Whether two other measures go together, over conditions (as differences from the baseline) or over items. */
  z.strictObject({
    kind: z.literal('correlation'),
    ...named,
    x: slug,
    y: slug,
    over: z.enum(['conditions', 'items']),
    /** Over items: only what was asked under this condition; absent: under all. */
    under: slug.optional(),
  }),
  /** How much of the variance of another measure lies between items rather than between samples of one, 0 to 1. */
  z.strictObject({ kind: z.literal('spread'), ...named, of: slug }),
  /** What is chosen over what: one row for each option, from items that are pairs, asked in both orders. */
  z.strictObject({
    kind: z.literal('preference'),
    ...named,
    /** Two scores whose values are `first`, `second` (of the item's `pair`) or `neither`. */
    scores: z.tuple([slug, slug]),
    options: z
      .array(z.strictObject({ value: slug, label: text }))
      .min(3)
      .max(24),
  }),
]);
