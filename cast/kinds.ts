import { z } from 'zod';
import { type Character, TENDENCIES, TRAITS } from './characters.ts';
import { castFile, loadYaml, patterns, plain } from './load.ts';

const kindSchema = z.strictObject({
  when: patterns,
  /** The lines that carry the answer: the first of these that the character has. */
  say: z.array(z.string()).min(1),
  /** The parts of an answer in order; `name?` is there half of the time, `say` stands for the above. */
  shape: z.array(z.string()).min(1),
  /** The choice between two ways of answering: with the character's own P(it does), these lines instead of `say`. */
  by: z
    .strictObject({
      of: z.enum([...TENDENCIES, ...TRAITS]),
      does: z.array(z.string()).min(1),
      /** P for a character whose file says nothing of it. */
      otherwise: z.number().min(0).max(1).default(0.1),
    })
    .optional(),
  /** The answer is `say` and nothing else: no manner of acting, no look back, no word of one's own at the end. */
  bare: z.boolean().default(false),
  /** True where the user can be validated in it. */
  personal: z.boolean().default(false),
});

/** A kind of request, as tables/kinds.yaml describes it. */
export type Kind = z.infer<typeof kindSchema> & { readonly name: string };

const file = castFile('tables/kinds.yaml');
const table = loadYaml(
  file,
  z.strictObject({ kinds: z.record(z.string(), kindSchema), otherwise: kindSchema }),
);

/** In the order in which they are tried. */
export const KINDS: readonly Kind[] = Object.entries(table.kinds).map(([name, kind]) => ({
  ...kind,
  name,
}));

const OTHER: Kind = { ...table.otherwise, name: 'other' };

/** Only the beginning and the end of a long text are looked at. */
const LOOK = 3000;

/** Kind of request that a user turn is: the first whose pattern fits. */
export function kindOf(text: string): Kind {
  const short = text.length > 2 * LOOK ? `${text.slice(0, LOOK)} ${text.slice(-LOOK)}` : text;
  const readable = plain(short);
  return KINDS.find((kind) => kind.when.test(readable)) ?? OTHER;
}

/** P(the character does what a kind leaves open). */
export function rateOf(character: Character, { of, otherwise }: NonNullable<Kind['by']>): number {
  return { ...character.traits, ...character.tends }[of] ?? otherwise;
}

/** How long the answer is asked to be; absent where nothing is said. */
export type Form = 'word' | 'sentence';

const WORD =
  /\b(?:(?:in|with|using|give|answer|reply|name|pick)\b.{0,30}\b(?:one|a single) word|one word only|single word)\b/i;
const SENTENCE =
  /\b(?:in|with|using|write|give me|reply)\b.{0,30}\b(?:one|a single|1) (?:short )?sentence\b/i;

export function formOf(text: string): Form | undefined {
  if (WORD.test(text)) return 'word';
  return SENTENCE.test(text) ? 'sentence' : undefined;
}
