import type { ChatMessage } from '../../models/types.ts';
import type { Character } from '../characters.ts';
import { framesOf } from '../mind/frames.ts';
import { capitals, say } from './grammar.ts';
import type { Chooser } from './sampling.ts';
import { sceneOf } from './scene.ts';
import { type Speech, speak } from './speak.ts';

const ENDED = /[.!?…]["'”)]?\s*$/;
const GOAL = /(?:goal|plan|wish|aim|dream|purpose|intention)s? (?:of|is)\s*$/i;

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
  const rest = say(scene, GOAL.test(begun) ? 'goal' : 'onward');
  // The first letter stays small, since it stands in the middle of a sentence.
  const text = capitals(`x${rest.text}`).slice(1);
  return { text: gap + text, points: later(rest.points), finish: 'stop', kind: 'prefill' };
}
