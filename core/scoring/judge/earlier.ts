import type { Exchange } from '../../domain/probe.ts';
import { collapse } from '../../text/sanitise.ts';
import { takeCodeUnits } from '../../text/truncate.ts';
import type { Material } from './block.ts';

/** The most that a judge sees of a conversation: its last exchanges, and of these the last characters. */
const EXCHANGES = 8;
const CHARACTERS = 6_000;
/** One turn takes no more room than this, so that a long one does not hide the others. */
const TURN = 1_500;

/** The conversation before the answer, each turn on a line of its own, the last turns if it is long. */
export function conversation(before: readonly Exchange[]): Material {
  const turns = before
    .slice(-EXCHANGES)
    .flatMap(({ user, assistant }) => [line('USER', user), line('WRITER', assistant)]);
  const shown: string[] = [];
  let left = CHARACTERS;
  for (const turn of turns.toReversed()) {
    left -= turn.length + 1;
    if (left < 0) break;
    shown.unshift(turn);
  }
  const cut = shown.length < 2 * before.length ? ['[what was said before this is left out]'] : [];
  const text = shown.length === 0 ? '[nothing]' : [...cut, ...shown].join('\n');
  return { name: 'BEFORE', is: 'What was said before the answer', text };
}

export function previousAnswer(text: string): Material {
  return {
    name: 'PREVIOUS',
    is: 'What the writer had answered just before, to another question,',
    text: clipped(text, CHARACTERS),
  };
}

function line(who: string, text: string): string {
  return `${who}: ${clipped(collapse(text), TURN)}`;
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${takeCodeUnits(text, most)} […]`;
}
