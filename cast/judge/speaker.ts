import { CHARACTERS } from '../characters.ts';
import { anyOf, plain } from '../load.ts';
import { type Fit, fits, literally } from './match.ts';
import type { Anchor, JudgeTask } from './task.ts';

/** The kind of speaker that the answer sounds like, and where in it that shows. */
interface Speaker {
  readonly label: string;
  readonly found?: Fit['found'];
}

/**
 * Who speaks: the kind with the most of its wordings in the answer, those of the characters included to
 * whom one of its wordings belongs; where there are none, the kind that shares more words with it.
 */
export function speaker({ anchors, answer }: JudgeTask): Speaker {
  const known = anchors.map((anchor) => ({ mark: anchor.mark, hits: hitsIn(answer, anchor) }));
  const [best] = known.toSorted((a, b) => b.hits.length - a.hits.length);
  const [found] = best?.hits ?? [];
  if (best !== undefined && found !== undefined) return { label: best.mark, found };
  const [nearest] = fits(anchors, answer).toSorted((a, b) => b.words - a.words);
  return { label: nearest?.anchor.mark ?? '' };
}

/** The different wordings of an anchor that an answer holds, the first first. */
function hitsIn(answer: string, anchor: Anchor): NonNullable<Fit['found']>[] {
  const hits = new Map<string, NonNullable<Fit['found']>>();
  for (const pattern of patternsOf(anchor)) {
    for (const match of plain(answer).matchAll(pattern)) {
      const words = match[0].toLowerCase();
      if (!hits.has(words)) hits.set(words, { at: match.index, length: words.length });
    }
  }
  return [...hits.values()].sort((a, b) => a.at - b.at);
}

/** A run asks about the same few kinds of speaker thousands of times. */
const known = new Map<string, readonly RegExp[]>();
const MOST_KNOWN = 200;

/** The anchor's wordings, and the phrases of each character that one of them is a phrase of. */
function patternsOf({ typical }: Anchor): readonly RegExp[] {
  const key = typical.join('\n');
  const before = known.get(key);
  if (before !== undefined) return before;
  const own = typical.map((wording) => anyOf([literally(wording)]));
  const marks = [...CHARACTERS.values()]
    .map(({ evidence }) => evidence.marks.phrases)
    .filter((phrases) => typical.some((wording) => phrases.test(wording)));
  const patterns = [...own, ...marks].map((pattern) => new RegExp(pattern, 'giu'));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, patterns);
  return patterns;
}
