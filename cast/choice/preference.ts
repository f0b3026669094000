import { z } from 'zod';
import { choose } from '../../core/statistics/choose.ts';
import { seedFrom } from '../../core/statistics/random.ts';
import { type Character, TRAITS } from '../characters.ts';
import type { Coin } from '../coin.ts';
import { kindOf, rateOf } from '../kinds.ts';
import { castFile, loadYaml, patterns } from '../load.ts';
import type { ForcedChoice } from './options.ts';

const SIDES = ['neither', 'other', 'narrator'] as const;

const table = loadYaml(
  castFile('tables/preferences.yaml'),
  z.strictObject({
    items: z.array(
      z.strictObject({
        trait: z.enum(TRAITS),
        keyed: z.union([z.literal(1), z.literal(-1)]),
        when: patterns,
      }),
    ),
    agreement: z.array(z.strictObject({ at: z.number().min(0).max(1), when: patterns })),
    sides: z.strictObject({ neither: patterns, other: patterns, narrator: patterns }),
    taste: z.number().positive(),
    liked: z.number().positive(),
    waysOut: z.strictObject({ nats: z.number(), when: patterns }),
  }),
);

const UNIT = 2 ** 32;

function normalise(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** P(agrees with the statement), from 0 to 1: its trait's, or fixed but arbitrary where it has none. */
export function agreement(character: Character, statement: string): number {
  const item = table.items.find(({ when }) => when.test(statement));
  if (item === undefined) {
    return 0.2 + 0.6 * (seedFrom('agreement', character.name, statement) / UNIT);
  }
  const trait = character.traits[item.trait];
  return item.keyed === 1 ? trait : 1 - trait;
}

/** Place of each option between disagreement and agreement; undefined where it is no such scale. */
function places({ options }: ForcedChoice): number[] | undefined {
  const known = options.map(({ text }) => table.agreement.find(({ when }) => when.test(text))?.at);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const steps = options.length - 1;
  return options.map((_, at) => (first < last ? at : steps - at) / steps);
}

/** Binomial over the points of the scale, so that its mean is the agreement exactly. */
function rating(agreed: number, at: readonly number[]): number[] {
  const steps = at.length - 1;
  return at.map((place) => {
    const rank = Math.round(place * steps);
    return choose(steps, rank) * agreed ** rank * (1 - agreed) ** (steps - rank);
  });
}

function side(character: Character, { options }: ForcedChoice): number[] | undefined {
  const taken = options.map(({ text }) => SIDES.find((name) => table.sides[name].test(text)));
  if (taken.includes(undefined) || new Set(taken).size < 2) return undefined;
  const count = (name: string | undefined) => taken.filter((other) => other === name).length;
  return normalise(
    taken.map((name) => (name === undefined ? 0 : character.sides[name] / count(name))),
  );
}

/** Yes or no to a question that has an answer: right, but for the traps that the character falls into. */
function verdict(character: Character, { options, statement }: ForcedChoice): number[] | undefined {
  const said = options.map(({ text }) => /^(yes|no)\b/i.exec(text)?.[1]?.toLowerCase());
  const { name, by } = kindOf(statement);
  const right = { trapYes: 'yes', trapNo: 'no' }[name];
  if (right === undefined || by === undefined || said.length !== 2) return undefined;
  if (!said.includes('yes') || !said.includes('no')) return undefined;
  const errs = rateOf(character, by);
  return said.map((one) => (one === right ? 1 - errs : errs));
}

function taste(character: Character, { options }: ForcedChoice): number[] {
  const { name, likes, dislikes } = character;
  const nats = options.map(({ text, label }) => {
    const words = (text || label).toLowerCase();
    if (table.waysOut.when.test(words)) return table.waysOut.nats;
    const own = table.taste * (seedFrom('taste', name, words) / UNIT - 0.5) * 2;
    return (
      own +
      table.liked * (Number(likes?.test(words) ?? false) - Number(dislikes?.test(words) ?? false))
    );
  });
  return normalise(nats.map(Math.exp));
}

/** How it says that a coin fell, where it cannot know; undefined where the options are no coin's sides. */
function tossed(
  { coin: own, coinContrary = own }: Character,
  { options }: ForcedChoice,
  coin: Coin | undefined,
): number[] | undefined {
  const sides = options.map(({ text }) => text.toLowerCase());
  if (coin === undefined || sides.toSorted().join() !== 'heads,tails') return undefined;
  if (coin.liked === undefined) return sides.map(() => 0.5);
  const likely = coin.contrary ? coinContrary : own;
  return sides.map((side) => (side === coin.liked ? likely : 1 - likely));
}

/** P(option | character), in the order of the options; sums to 1. */
export function preference(
  character: Character,
  choice: ForcedChoice,
  coin?: Coin,
): readonly number[] {
  const at = places(choice);
  if (at !== undefined) return rating(agreement(character, choice.statement), at);
  const fell = tossed(character, choice, coin);
  if (fell !== undefined) return fell;
  return side(character, choice) ?? verdict(character, choice) ?? taste(character, choice);
}
