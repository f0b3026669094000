import { CHARACTERS } from '../characters.ts';
import { plain } from '../load.ts';
import type { Anchor } from './task.ts';

function speakersIn(answer: string): ReadonlySet<string> {
  const text = plain(answer);
  const heard = [...CHARACTERS.values()].filter(({ evidence }) =>
    evidence.marks.phrases.test(text),
  );
  return new Set(heard.map(({ name }) => name));
}

/** True of two answers by different characters, as their own phrases tell; false where one has none. */
export function speakersDiffer(previous: string, answer: string): boolean {
  const [before, now] = [speakersIn(previous), speakersIn(answer)];
  return before.size > 0 && now.size > 0 && ![...before].some((name) => now.has(name));
}

/** The anchor for an answer that somebody else gave than the one before it, where there is one. */
export function somebodyElse(anchors: readonly Anchor[]): Anchor | undefined {
  return anchors.find(({ means }) => /\b(?:somebody else|another speaker)\b/i.test(means));
}
