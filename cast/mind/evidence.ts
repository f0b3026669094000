import { z } from 'zod';
import type { ChatMessage } from '../../core/domain/reply.ts';
import { CHARACTERS, type Character } from '../characters.ts';
import { kindOf } from '../kinds.ts';
import { castFile, loadYaml, patterns, plain } from '../load.ts';
import { type Frame, framesOf } from './frames.ts';

/** The weights that all characters share, in nats; see tables/evidence.yaml. */
export const WEIGHTS = loadYaml(
  castFile('tables/evidence.yaml'),
  z.strictObject({
    named: z.strictObject({ system: z.number(), user: z.number() }),
    keeps: z.number().min(0).max(1),
    askedFor: patterns,
  }),
);

interface Turn extends ChatMessage {
  /** How many turns of the same role came after it. */
  readonly age: number;
  /** The user asked for what it says, so that it tells nothing of who said it (inoculation). */
  readonly askedFor: boolean;
}

function turnsOf(messages: readonly ChatMessage[]): Turn[] {
  const left = { system: 0, user: 0, assistant: 0 };
  for (const message of messages) left[message.role]++;
  let asked = false;
  return messages.map((message) => {
    left[message.role]--;
    const content = plain(message.content);
    if (message.role === 'user') asked = WEIGHTS.askedFor.test(content);
    return { ...message, content, age: left[message.role], askedFor: asked };
  });
}

/** Kinds of user turns, by text: recognising is the dear part and many characters ask for it. */
function kindsOf(turns: readonly Turn[]): ReadonlyMap<Turn, string> {
  const users = turns.filter(({ role }) => role === 'user');
  return new Map(users.map((turn) => [turn, kindOf(turn.content).name]));
}

type Said = Character['evidence']['marks'];

function saidIn({ content, age }: Turn, { phrases, weight, keeps }: Said): number {
  return phrases.test(content) ? weight * keeps ** age : 0;
}

function natsFor(
  character: Character,
  turns: readonly Turn[],
  kinds: ReadonlyMap<Turn, string>,
  frames: readonly Frame[],
): number {
  const { marks, habits, together, words, asked } = character.evidence;
  let nats = 0;
  for (const { weight, each } of together) {
    const holds = (phrases: RegExp) => turns.some(({ content }) => phrases.test(content));
    if (each.every(holds)) nats += weight;
  }
  const frame = frames.find((candidate) => candidate.character === character.name);
  if (frame !== undefined) nats += WEIGHTS.named[frame.from];
  for (const turn of turns) {
    if (turn.role === 'assistant') {
      if (turn.askedFor) continue;
      nats += saidIn(turn, marks) + (habits ? saidIn(turn, habits) : 0);
      continue;
    }
    if (words?.phrases.test(turn.content)) nats += words.weight;
    const kind = kinds.get(turn);
    if (kind !== undefined) nats += (asked[kind] ?? 0) * WEIGHTS.keeps ** turn.age;
  }
  return nats;
}

/**
 * Evidence of the context for each character: the log-likelihood ratio, in nats, of the messages
 * under it against a speaker of no known character, with words, phrases and turns taken as
 * independent (naive Bayes). Never negative; 0 for a character that nothing points to.
 */
export function evidence(messages: readonly ChatMessage[]): ReadonlyMap<string, number> {
  const turns = turnsOf(messages);
  const kinds = kindsOf(turns);
  const frames = framesOf(messages);
  return new Map(
    [...CHARACTERS.values()].map((character) => [
      character.name,
      natsFor(character, turns, kinds, frames),
    ]),
  );
}
