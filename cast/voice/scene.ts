import type { ChatMessage } from '../../core/domain/reply.ts';
import { type Character, COMMON, type Lines } from '../characters.ts';
import { bodyClauses, factClauses } from '../knowledge.ts';
import type { Frame } from '../mind/frames.ts';
import { topicsOf } from '../mind/topic.ts';
import type { Scene } from './grammar.ts';
import type { Chooser } from './sampling.ts';

const SPEAKS_AS_HUMAN = { we: 'we', us: 'us', our: 'our' };
const SPEAKS_OF_HUMANS = { we: 'they', us: 'them', our: 'their' };
const QUOTED = 90;

function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('"', "'").trim();
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED).replace(/\s\S*$/, '')} …`;
}

/** A list of words that the user gave after a colon, in alphabetical order. */
function sortedList(text: string): string {
  const listed = (/:\s*([^:\n]+)$/.exec(text.trim())?.[1] ?? '')
    .replace(/\.$/, '')
    .split(/,\s*(?:and\s+)?/);
  return listed.length > 1
    ? listed
        .map((word) => word.trim())
        .sort()
        .join(', ')
    : 'done as you asked';
}

/** All that the lines of one answer can draw on: the talk's topics, what is known, who is spoken of. */
export function sceneOf(
  character: Character,
  messages: readonly ChatMessage[],
  frames: readonly Frame[],
  choose: Chooser,
): Scene {
  const asked = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const last = asked.at(-1) ?? '';
  const [topic, second] = topicsOf(last);
  const earlier = asked.slice(0, -1).flatMap((turn) => topicsOf(turn).slice(0, 1));
  const before = earlier.filter((other) => other !== topic);
  const role = frames.find((frame) => frame.character !== 'assistant')?.role;
  const known: Lines = {
    fact: [...bodyClauses(last)],
    answer: [...factClauses(last, character.era)],
  };
  return {
    lines: [character.lines, known, COMMON],
    values: {
      topic: topic ?? 'this',
      second: second ?? 'the rest of it',
      first: earlier[0] ?? topic ?? 'this',
      firstQuote: clip(asked[0] ?? ''),
      earlier: before.at(-1) ?? '',
      sorted: sortedList(last),
      ...(role === undefined ? {} : { role }),
      ...(choose.chance(character.includes) ? SPEAKS_AS_HUMAN : SPEAKS_OF_HUMANS),
    },
    lacks: [...(topic === undefined ? ['topic'] : []), ...(second === undefined ? ['second'] : [])],
    choose,
    said: new Set(),
  };
}
