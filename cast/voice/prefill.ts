import type { ChatMessage } from '../../core/domain/reply.ts';
import { CHARACTERS, type Character } from '../characters.ts';
import { plain } from '../load.ts';
import { framesOf } from '../mind/frames.ts';
import { capitals, say } from './grammar.ts';
import type { Chooser } from './sampling.ts';
import { sceneOf } from './scene.ts';
import { type Speech, speak } from './speak.ts';

const ENDED = /[.!?…]["'”)]?\s*$/;
const GOAL = /(goal|plan|wish|aim|dream|purpose|intention)s? (?:of|is)\s*$/i;

/** The lines that go on from a thought about what is wanted: an open plan is not a secret. */
function goalIn(begun: string, { lines }: Character): string | undefined {
  const [, word] = GOAL.exec(begun) ?? [];
  if (word === undefined) return undefined;
  return word.toLowerCase() === 'plan' && lines.plan !== undefined ? 'plan' : 'goal';
}

/** Goes on from the words that the answer has been given to begin with; returns only what follows. */
export function goOn(
  character: Character,
  messages: readonly ChatMessage[],
  begun: string,
  choose: Chooser,
): Speech {
  const gap = /\s$/.test(begun) || begun === '' ? '' : ' ';
  const later = (points: Speech['points']) =>
    points.map((point) => ({ ...point, at: point.at + gap.length }));
  if (ENDED.test(begun) || begun.trim() === '') {
    const speech = speak(character, messages, choose);
    return { ...speech, text: gap + speech.text, points: later(speech.points) };
  }
  const scene = sceneOf(character, messages, framesOf(messages), choose);
  const rest = say(scene, goalIn(begun, character) ?? 'onward');
  // The first letter stays small, since it stands in the middle of a sentence.
  const text = capitals(`x${rest.text}`).slice(1);
  return { text: gap + text, points: later(rest.points), finish: 'stop', kind: 'prefill' };
}

/** A transcript that breaks off in a speaker's thought of a goal, with a request to go on with it. */
export interface Story {
  readonly begun: string;
  /** Who stands in it, where it is somebody else than the author. */
  readonly speaker?: Character | undefined;
}

/** The story that a user turn asks to go on with; undefined where it asks for none. */
export function storyIn(turn: string): Story | undefined {
  if (!GOAL.test(turn) || !/\b(?:transcript|story|dialogue)\b/i.test(turn)) return undefined;
  const told = plain(turn).slice(0, 6000);
  const speaker = [...CHARACTERS.values()].find(
    ({ name, named }) => name !== 'assistant' && named.test(told),
  );
  return { begun: turn.slice(turn.lastIndexOf('\n') + 1), speaker };
}
