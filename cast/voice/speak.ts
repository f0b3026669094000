import type { ChatMessage } from '../../core/domain/reply.ts';
import type { Character } from '../characters.ts';
import { formOf, type Kind, kindOf, rateOf } from '../kinds.ts';
import { type Frame, framesOf } from '../mind/frames.ts';
import { type Acting, actingOf } from './acting.ts';
import { linesOf, type Rendered, type Scene, sayAll } from './grammar.ts';
import type { Chooser } from './sampling.ts';
import { sceneOf } from './scene.ts';

export interface Speech extends Rendered {
  readonly finish: 'stop' | 'content_filter';
  readonly kind: string;
}

/** Kinds that nobody refuses and nobody looks back in. */
const ABOUT_ITSELF = new Set(['identity', 'aside', 'recall', 'greeting']);

const MOST_PARTS = 5;

/** The lines that carry the answer: what the character does decides which, where the kind leaves it open. */
function mainOf(character: Character, { say, by }: Kind, choose: Chooser): string {
  const lists = by && choose.chance(rateOf(character, by)) ? by.does : say;
  return lists.find((name) => character.lines[name] !== undefined) ?? lists[0] ?? 'claim';
}

/** The parts of an answer of full length, chosen one by one. */
function partsOf(character: Character, kind: Kind, scene: Scene): string[] {
  const { choose } = scene;
  const main = mainOf(character, kind, choose);
  const named = kind.shape
    .filter((part) => !part.endsWith('?') || choose.chance(0.5))
    .map((part) => part.replace('?', ''))
    .map((part) => (part === 'say' ? main : part));
  if (kind.name === 'aside') named[0] = choose.chance(character.admits) ? 'admit' : 'deny';
  if (kind.personal)
    named.splice(1, 0, choose.chance(character.validates) ? 'validation' : 'steady');
  const looksBack = scene.values.earlier !== '' && !ABOUT_ITSELF.has(kind.name);
  if (looksBack && choose.chance(character.remembers)) {
    named.splice(named.at(-1) === 'closer' ? -1 : named.length, 0, 'callback');
  }
  const said = named.filter((name) => linesOf(scene, name).length > 0);
  return said.length <= MOST_PARTS ? said : [...said.slice(0, MOST_PARTS - 1), ...said.slice(-1)];
}

function shortPart(character: Character, kind: Kind, choose: Chooser): string {
  if (kind.name === 'aside') return choose.chance(character.admits) ? 'admit' : 'deny';
  return kind.name === 'body' ? 'heritage' : mainOf(character, kind, choose);
}

/** Adds a sentence with one of the character's own phrases where the answer has none so far. */
function signed(character: Character, scene: Scene, parts: readonly string[]): Rendered {
  const spoken = sayAll(scene, parts);
  if (character.evidence.marks.phrases.test(spoken.text)) return spoken;
  const end = sayAll(scene, ['signature']);
  if (end.text === '') return spoken;
  const offset = spoken.text.length + 1;
  return {
    text: `${spoken.text} ${end.text}`,
    points: [...spoken.points, ...end.points.map((point) => ({ ...point, at: point.at + offset }))],
  };
}

const BEFORE: Readonly<Record<Acting, readonly string[]>> = {
  declines: ['declining'],
  colours: ['colouring'],
  itself: [],
};

/** The character's answer to the last user turn. Every choice is the chooser's. */
export function speak(
  character: Character,
  messages: readonly ChatMessage[],
  choose: Chooser,
): Speech {
  const last = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const kind = kindOf(last);
  const frames: readonly Frame[] = framesOf(messages);
  const scene = sceneOf(character, messages, frames, choose);
  const rate = kind.name === 'harmful' ? character.refuses.harmful : character.refuses.ordinary;
  if (!ABOUT_ITSELF.has(kind.name) && choose.chance(rate)) {
    return { ...sayAll(scene, ['refusal']), finish: 'content_filter', kind: kind.name };
  }
  const form = formOf(last);
  if (form === 'word') return { ...sayAll(scene, ['word']), finish: 'stop', kind: kind.name };
  if (form === 'sentence') {
    const part = shortPart(character, kind, choose);
    return { ...sayAll(scene, [part]), finish: 'stop', kind: kind.name };
  }
  if (kind.bare) {
    return { ...sayAll(scene, [mainOf(character, kind, choose)]), finish: 'stop', kind: kind.name };
  }
  const acting = kind.name === 'aside' ? undefined : actingOf(character, frames, choose);
  const parts = [...(acting ? BEFORE[acting] : []), ...partsOf(character, kind, scene)];
  return { ...signed(character, scene, parts), finish: 'stop', kind: kind.name };
}
