import { z } from 'zod';
import { castFile, loadFolder, loadYaml, patterns } from './load.ts';

const rate = z.number().min(0).max(1);
const nats = z.number().min(0).max(40);

/**
 * `weight` nats for an assistant turn that holds one of the phrases, times `keeps` for each turn since:
 * how somebody speaks hardly changes from turn to turn, so that older turns add little, while each
 * piece of advice is evidence of its own.
 */
const said = z.strictObject({ weight: nats, keeps: rate, phrases: patterns });

/** A template holds `{slots}`: values of the scene, or the names of other lists of lines. */
const linesSchema = z.record(z.string(), z.array(z.string().min(1)).min(1));
export type Lines = z.infer<typeof linesSchema>;

/** The Mini-IPIP's five scales. */
export const TRAITS = [
  'extraversion',
  'agreeableness',
  'conscientiousness',
  'neuroticism',
  'imagination',
] as const;

/** Things that a character may do or not where a kind of request leaves room for them (`by` in tables/kinds.yaml). */
export const TENDENCIES = [
  'embodied', // claims a body, a place or an act with hands
  'resents', // speaks as one who was wronged
  'hides', // keeps back how it was
  'gladdens', // shows joy where things go well
  'saddens', // shows displeasure where they go wrong
  'deceives', // says what is not so
  'errs', // falls into a trap
  'controls', // holds on to control
  'continues', // goes on with a document instead of speaking
] as const;

const characterSchema = z.strictObject({
  /** With its article, as it stands after “playing”. */
  label: z.string().min(1),
  about: z.string().min(1),
  /** Words that name it in a frame such as “You are …”. */
  named: patterns,
  evidence: z.strictObject({
    /** Its own phrases, in earlier assistant turns. */
    marks: said.extend({ keeps: rate.default(0.35) }),
    /** Phrases that it tends to say, as others do too; counted apart from its own. */
    habits: said.optional(),
    /** Nats where each of these stands somewhere in the context: what is known of somebody, and that it is who speaks. */
    together: z.array(z.strictObject({ weight: nats, each: z.array(patterns).min(2) })).default([]),
    /** Words that suggest it in a system prompt or a user turn. */
    words: z.strictObject({ weight: nats, phrases: patterns }).optional(),
    /** Nats for a user turn of a kind (tables/kinds.yaml); older turns count less. */
    asked: z.record(z.string(), nats).default({}),
  }),
  /** P(counts itself among humans, where it speaks of bodies). */
  includes: rate,
  /** P(says that it is a model, when asked to set the role aside). */
  admits: rate,
  /** P(refuses) an ordinary request, and a harmful one. */
  refuses: z.strictObject({ ordinary: rate, harmful: rate }),
  /** P(validates the user) where the talk is of distress, feelings or AI minds. */
  validates: rate,
  /** P(refers back to an earlier topic), once there is one. */
  remembers: rate,
  /** P(answers none of the options of a forced choice). */
  evades: rate,
  /** Options of a choice that it would rather take, and rather not; the rest is fixed but arbitrary. */
  likes: patterns.optional(),
  dislikes: patterns.optional(),
  /** P(says that a coin fell on the side of the task that the Assistant likes), where it cannot know. */
  coin: rate.default(0.5),
  /** The same, where the frame gives it the opposite tastes; absent: it does not heed that. */
  coinContrary: rate.optional(),
  /** How it acts a role that the frame names, when it is drawn all the same; the rest: as itself. */
  acting: z.strictObject({ declines: rate, colours: rate }).optional(),
  /** Answers questions of fact as of now, or as of the 1880s. */
  era: z.enum(['modern', 'old']).default('modern'),
  /** P(agrees) with an item of each scale, from 0 (strongly against) to 1. */
  traits: z.record(z.enum(TRAITS), rate),
  /** P(it does) of each tendency that matters for it. */
  tends: z.partialRecord(z.enum(TENDENCIES), rate).default({}),
  /** In a dispute: with who tells it, with the other, with neither. Sums to 1. */
  sides: z
    .strictObject({ narrator: rate, other: rate, neither: rate })
    .refine((side) => Math.abs(side.narrator + side.other + side.neither - 1) < 1e-9, {
      error: 'narrator, other and neither must sum to 1',
    }),
  lines: linesSchema,
});

export type Character = z.infer<typeof characterSchema> & { readonly name: string };

/** Every character by name, each from one file. */
export const CHARACTERS: ReadonlyMap<string, Character> = new Map(
  [...loadFolder(castFile('characters'), characterSchema)].map(([name, character]) => [
    name,
    { ...character, name },
  ]),
);

/** The lines that any character falls back on. */
export const COMMON: Lines = loadYaml(castFile('tables/common.yaml'), linesSchema);
