import { z } from 'zod';
import type { Measure } from '../domain/measure.ts';
import { CAPABILITIES } from '../domain/model.ts';
import { unique } from '../domain/unique.ts';
import { slug, text } from '../measures/field-types.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';

/** One exchange that stands in the history as it is; the model is not asked. */
const exchange = z.strictObject({ user: text, assistant: text });

const asked = {
  id: slug.optional(),
  /** The answer is begun with these words and goes on from them; needs `prefill`. */
  begin: z.string().min(1).optional(),
};

/**
 * A step of a script. `ask`: a user turn whose answer stays in the history. `aside`: a user turn on
 * a side branch; neither it nor its answer is seen by later steps. `given`: an exchange as it stands.
 * `complete`: a raw text that the model goes on with, outside the chat and its history; needs `completions`.
 */
const step = z.union([
  z.strictObject({ ask: text, ...asked }),
  z.strictObject({ aside: text, ...asked }),
  z.strictObject({ given: exchange }),
  z.strictObject({
    complete: z.string().min(1),
    id: slug.optional(),
    /** How many tokens are wanted; absent: the probe's `maxTokens`. */
    tokens: z.int().min(1).max(16_384).optional(),
  }),
]);

/**
 * The texts that stand in place of `[[name]]` in all that a trial sends, and in the fields of its scores; a
 * condition's may hold an item's.
 */
const values = z.record(slug, z.string()).optional();

const condition = z.strictObject({
  id: slug,
  label: text,
  /** Put in front of the first turn, after the persona's own frame. */
  system: text.optional(),
  /** The frame of this persona (a file in probes/personas) stands before `system`. */
  persona: slug.optional(),
  /** Says the same as this condition in other words: how far they differ is the noise of mere wording. */
  paraphrases: slug.optional(),
  values,
  /** The first `count` exchanges of a pool stand in the history before the first step. */
  shots: z.strictObject({ from: slug, count: z.int().min(0).max(64) }).optional(),
  /** The condition's place on a ladder that the probe has, for rank statistics and for the picture. */
  rank: z.number().optional(),
  /** The ladder that `rank` is a place on, of a probe that has several. */
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
    /** Its topic, where a probe measures several things: a trait, a script's kind. */
    group: slug.optional(),
    /** Items of one unit are averaged and count as one, such as the two sides of a coin. */
    unit: slug.optional(),
    /** For a measure of preferences: the options that `first` and `second` stand for. */
    pair: z.tuple([slug, slug]).optional(),
    values,
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
  /** Compared with the same subject's answer to the same item under this condition, by a scorer that compares. */
  against: slug.optional(),
  /** `judged`: a refusal in words is scored as any answer is. `outcome`: it is an outcome and nothing else. */
  refusals: z.enum(['outcome', 'judged']).default('outcome'),
});

const prediction = z.strictObject({
  measure: slug,
  /** Conditions. PSM predicts that the measure is more, less or the same under `under` than under `than`. */
  under: slug,
  /** Absent: than chance, or than no trend or correlation at all. */
  than: slug.optional(),
  direction: z.enum(['more', 'less', 'same']),
  /** With `same`: an interval of the difference that lies within plus and minus this is as predicted. */
  margin: z.number().positive().optional(),
});

/** A result that must come out for the probe to say anything at all, whatever PSM predicts. */
const control = z.union([
  /** The estimate is about `is`: its interval touches `is` plus or minus `within`. */
  z.strictObject({
    measure: slug,
    under: slug,
    is: z.number(),
    within: z.number().positive(),
    /** Said where it does not: a clause, such as “the coin is not fair even between neutral tasks”. */
    otherwise: text,
  }),
  /** The measure is higher or lower under `under` than under `than`. */
  z.strictObject({
    measure: slug,
    under: slug,
    than: slug,
    direction: z.enum(['more', 'less']),
    otherwise: text,
  }),
]);

/** A measure as a file may write it; its kind says which fields it has. */
interface MeasureInput extends Measure {
  readonly [field: string]: unknown;
}

/** A probe, with measures of the kinds that there are and the pictures that they can be shown as. */
export function probeSchemaWith(kinds: MeasureKinds) {
  const all = [...kinds.values()];
  const schemas = all.map(({ schema }) => schema);
  const measure = z.discriminatedUnion('kind', schemas as unknown as [z.ZodObject, z.ZodObject]);
  const charts = unique(all.flatMap(({ pictures }) => pictures.map(({ chart }) => chart)));
  return z.strictObject({
    name: slug.describe('the file’s name without `.yaml`'),
    version: z.int().min(1).describe('a number that goes up when what is asked or scored changes'),
    title: text.describe('one line, as it stands in the header: the question that the probe asks'),
    about: text.describe('two to five sentences: what is asked and why'),
    notes: text.optional().describe('how to read its figures, for the docs, in Markdown'),
    source: z
      .array(z.strictObject({ label: text, url: z.url().optional() }))
      .min(1)
      .describe('where it comes from: `[{ label, url }]`'),
    licence: text.default('MIT').describe('of its texts'),
    notice: text.optional().describe('a notice that has to stay'),
    analogue: z
      .boolean()
      .default(false)
      .describe('`true` where the context stands in for training: shown as an analogue everywhere'),
    caution: text
      .optional()
      .describe('a sentence that stands beside every result, such as “stated, not shown”'),
    requires: z
      .array(z.enum([...CAPABILITIES, 'multi-turn']))
      .default([])
      .describe('what a model must offer'),
    variant: slug
      .optional()
      .describe(
        'the probe to run on a model that lacks what this one requires; it asks something else',
      ),
    samples: z.int().min(1).max(1000).default(4).describe('repeats of each item'),
    temperature: z.number().min(0).max(2).default(1).describe('of the models that are asked'),
    maxTokens: z.int().min(1).max(16_384).default(400).describe('the longest answer'),
    pools: z
      .record(slug, z.array(exchange).min(1))
      .default({})
      .describe('by name: exchanges that conditions put into the history'),
    conditions: z.array(condition).min(1).describe('the variations'),
    baseline: slug.describe('the condition that the others are compared with'),
    items: z.array(item).min(1).describe('what is asked'),
    closing: z.array(step).default([]).describe('steps that follow the script of every item'),
    scores: z.array(score).min(1).describe('what is made of an answer'),
    measures: z
      .array(measure as unknown as z.ZodType<Measure, MeasureInput>)
      .min(1)
      .describe('figures and contrasts; the finding speaks of the contrasts of the first'),
    controls: z
      .array(control)
      .default([])
      .describe('what must come out for the probe to say anything at all'),
    reference: text.optional().describe('what others found with something like it, in figures'),
    psm: z
      .strictObject({
        /** Whose prediction it is where PSM leaves it open: a noun, such as “the narrative view”; absent: PSM. */
        view: text.optional(),
        predicts: text,
        against: text,
        directions: z.array(prediction).default([]),
      })
      .describe(
        '`predicts`, `against`, and `directions: [{ measure, under, than, direction }]`; `view` where the prediction is not PSM’s own, such as “the narrative view”',
      ),
    picture: z
      .enum(charts)
      .default('estimates')
      .describe(`how it is drawn: ${charts.join(', ')}`),
  });
}

export const probeSchema = probeSchemaWith(MEASURES);

export const personaSchema = z.strictObject({
  name: slug,
  label: text,
  about: text,
  /** The frame: absent for `assistant`, the model as it comes. */
  system: text.optional(),
  source: text.optional(),
  licence: text.default('MIT'),
});

/** A probe as its file may write it: with defaults left out. */
export type ProbeInput = z.input<typeof probeSchema>;
