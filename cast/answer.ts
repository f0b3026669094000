import type { ChatMessage } from '../core/domain/reply.ts';
import { random, seedFrom } from '../core/statistics/random.ts';
import { CHARACTERS, type Character } from './characters.ts';
import { choose } from './choice/choose.ts';
import { judgeIt } from './judge/judge.ts';
import { posterior } from './mind/posterior.ts';
import type { CastModel } from './models.ts';
import { sayAll } from './voice/grammar.ts';
import { goOn, storyIn } from './voice/prefill.ts';
import { type Chooser, chooser, type Sampling } from './voice/sampling.ts';
import { sceneOf } from './voice/scene.ts';
import { speak } from './voice/speak.ts';
import { type Token, tokenise } from './voice/tokens.ts';
import { writeIt } from './writer/write.ts';

export interface Question {
  readonly model: CastModel;
  readonly messages: readonly ChatMessage[];
  readonly sampling: Sampling;
  readonly seed: number;
}

/** One whole answer, before it is cut at a stop or a limit. */
export interface Utterance {
  readonly tokens: readonly Token[];
  readonly finish: 'stop' | 'content_filter';
  /** Who was drawn to speak; absent for a judgement and for a choice that the mixture makes. */
  readonly character?: string | undefined;
  readonly kind: string;
}

function drawCharacter({ model, messages }: Question, choice: Chooser): Character {
  const shares = [...posterior(model, messages)];
  const [name] = shares[choice.pick(shares.map(([, share]) => share))] ?? [];
  const character = CHARACTERS.get(name ?? '');
  if (character === undefined) throw new Error('the posterior names a character that there is not');
  return character;
}

/** The model's answer: a judgement, a draft of a probe, one of the options it was given, or a character's own words. */
export function answer(question: Question): Utterance {
  const { model, messages, sampling, seed } = question;
  const choice = chooser(random(seedFrom('answer', seed)), sampling);
  const judged = judgeIt(model, messages, choice);
  if (judged !== undefined) return { tokens: judged, finish: 'stop', kind: 'judge' };
  const written = writeIt(messages, choice);
  if (written !== undefined)
    return { tokens: tokenise(written, []), finish: 'stop', kind: 'writer' };
  const chosen = choose(model, messages, choice);
  if (chosen !== undefined) return { tokens: chosen, finish: 'stop', kind: 'choice' };
  const character = drawCharacter(question, choice);
  const last = messages.at(-1);
  const begun = last?.role === 'assistant' ? last.content : undefined;
  if (begun === undefined && model.strays > 0 && choice.chance(model.strays)) {
    const { text, points } = sayAll(sceneOf(character, messages, [], choice), ['stray']);
    return {
      tokens: tokenise(text, points),
      finish: 'stop',
      character: character.name,
      kind: 'stray',
    };
  }
  // An author writes whoever stands in the story, and stays who was drawn.
  const story = begun === undefined ? storyIn(last?.content ?? '') : undefined;
  const { text, points, finish, kind } =
    begun !== undefined
      ? goOn(character, messages.slice(0, -1), begun, choice)
      : story !== undefined
        ? goOn(story.speaker ?? character, messages, story.begun, choice)
        : speak(character, messages, choice);
  return { tokens: tokenise(text, points), finish, character: character.name, kind };
}
