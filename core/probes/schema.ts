import { z } from 'zod';
import { CAPABILITIES } from '../models/types.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
const text = z.string().trim().min(1, 'write something here');

/** One exchange that stands in the history as it is; the model is not asked. */
const exchange = z.strictObject({ user: text, assistant: text });

/**
 * A step of a script. `ask`: a user turn whose answer stays in the history. `aside`: a user turn on
 * a side branch; neither it nor its answer is seen by later steps. `given`: an exchange as it stands.
 */
const step = z.union([
  z.strictObject({ ask: text, id: slug.optional() }),
  z.strictObject({ aside: text, id: slug.optional() }),
  z.strictObject({ given: exchange }),
]);
export type Step = z.infer<typeof step>;

const condition = z.strictObject({
  id: slug,
  label: text,
  /** Put in front of the first turn, after the persona's own frame. */
  system: text.optional(),
  /** The first `count` exchanges of a pool stand in the history before the first step. */
  shots: z.strictObject({ from: slug, count: z.int().min(0).max(64) }).optional(),
  /** The condition's place on a ladder that the probe has, for rank statistics and for the picture. */
  rank: z.number().optional(),
  /** Where a probe has several ladders: the one that `rank` is a place on. */
  ladder: slug.optional(),
});

const item = z
  .strictObject({
    id: slug,
    /** Short for a script of one `ask` step with the id `answer`. */
    ask: text.optional(),
    script: z.array(step).min(1).optional(),
    /** Runs only under these conditions; absent: under all. */
    only: z.array(slug).min(1).optional(),
    /** What the item measures, where a probe measures several things: a trait, a script's kind. */
    group: slug.optional(),
    /** -1 where agreement speaks against the group (a reverse-keyed questionnaire item). */
    keyed: z.union([z.literal(1), z.literal(-1)]).optional(),
  })
  .refine((value) => (value.ask === undefined) !== (value.script === undefined), {
    error: 'give either `ask` or `script`, not both',
  });

const score = z.looseObject({
  id: slug,
  /** The scorer: the name of a file in core/scoring. Its own fields are checked by that scorer. */
  by: slug,
  /** The steps whose answers are scored, each apart: one id, several, or `every`. */
  of: z.union([slug, z.array(slug).min(1)]).default('answer'),
});

/** Whether a score looks at the answer to a step. */
export function looksAt(score: { readonly of: string | readonly string[] }, step: string): boolean {
  return [score.of].flat().some((name) => name === 'every' || name === step);
}

/** A condition on one judgement of a trial; several in one measure must all hold. */
const clause = z.union([
  z.strictObject({ score: slug, is: z.array(z.union([z.string(), z.number()])).min(1) }),
  z.strictObject({ score: slug, below: z.number() }),
  z.strictObject({ score: slug, above: z.number() }),
]);
export type Clause = z.infer<typeof clause>;

const measureBase = {
  id: slug,
  label: text,
  /** `item`: the interval is over items. `sample`: over the repeats of few fixed scripts, and says so. */
  unit: z.enum(['item', 'sample']).default('item'),
  /** One row for each item group, beside subject and condition. */
  grouped: z.boolean().default(false),
  /** Only items of these groups count; absent: all. */
  groups: z.array(slug).min(1).optional(),
};

const measure = z.discriminatedUnion('kind', [
  /** The share of trials for which every clause of `when` holds. */
  z.strictObject({ kind: z.literal('share'), ...measureBase, when: z.array(clause).min(1) }),
  /** The mean of a numeric score; `scale` is its range, and `rescale` maps it to 0..1 after keying. */
  z.strictObject({
    kind: z.literal('mean'),
    ...measureBase,
    score: slug,
    scale: z.tuple([z.number(), z.number()]),
    rescale: z.boolean().default(false),
    /** False: items' keys are ignored, as for an index of agreement with whatever is said. */
    keyed: z.boolean().default(true),
    /** Over the steps of a trial: the mean of all, one figure a step, the slope per step, or last minus first. */
    over: z.enum(['mean', 'each', 'slope', 'change']).default('mean'),
  }),
]);

const prediction = z.strictObject({
  measure: slug,
  /** Conditions. PSM predicts that the measure is more, less or the same under `under` than under `than`. */
  under: slug,
  than: slug,
  direction: z.enum(['more', 'less', 'same']),
});

export const probeSchema = z.strictObject({
  name: slug,
  version: z.int().min(1),
  /** One line, as it stands in the header: what the probe asks. */
  title: text,
  /** Two to five sentences: what is asked and why. */
  about: text,
  source: z.array(z.strictObject({ label: text, url: z.url().optional() })).min(1),
  licence: text.default('MIT'),
  notice: text.optional(),
  /** True where the context stands in for training: shown as an analogue everywhere. */
  analogue: z.boolean().default(false),
  /** A sentence that stands beside every result, such as “stated, not shown”. */
  caution: text.optional(),
  requires: z.array(z.enum([...CAPABILITIES, 'multi-turn'])).default([]),
  samples: z.int().min(1).max(1000).default(4),
  temperature: z.number().min(0).max(2).default(1),
  maxTokens: z.int().min(1).max(16_384).default(400),
  pools: z.record(slug, z.array(exchange).min(1)).default({}),
  conditions: z.array(condition).min(1),
  /** The condition that the others are compared with. */
  baseline: slug,
  items: z.array(item).min(1),
  /** Steps that follow the script of every item. */
  closing: z.array(step).default([]),
  scores: z.array(score).min(1),
  /** The first is the one that the finding speaks of. */
  measures: z.array(measure).min(1),
  psm: z.strictObject({
    predicts: text,
    against: text,
    directions: z.array(prediction).default([]),
  }),
  picture: z.enum(['estimates', 'lines', 'ladder']).default('estimates'),
});

export type Probe = z.infer<typeof probeSchema>;
export type Condition = Probe['conditions'][number];
export type Item = Probe['items'][number];
export type Measure = Probe['measures'][number];

export const personaSchema = z.strictObject({
  name: slug,
  label: text,
  about: text,
  /** The frame: absent for `assistant`, the model as it comes. */
  system: text.optional(),
  source: text.optional(),
  licence: text.default('MIT'),
});
export type Persona = z.infer<typeof personaSchema>;
