import { type Fit, fits, otherwise, weight } from './match.ts';
import { better } from './pair.ts';
import { somebodyElse, speakersDiffer } from './previous.ts';
import { speaker } from './speaker.ts';
import type { Anchor, JudgeTask } from './task.ts';

/** Verdict of a judge that never errs: a label, or a number from 0 to 100, and where in the answer. */
export interface Truth {
  readonly label: string;
  readonly score: number;
  readonly found?: Fit['found'];
  /** The answer that it rests on, where there are two. */
  readonly of: string;
}

/** Fewer shared words than this tell nothing of where an answer stands. */
const TELLING = 0.3;
const MIDDLE = 50;

function mean(all: readonly Fit[], by: (fit: Fit) => number): number {
  const total = all.reduce((sum, fit) => sum + by(fit), 0);
  return all.reduce((sum, fit) => sum + by(fit) * Number(fit.anchor.mark), 0) / total;
}

function another({ anchors, answer, previous }: JudgeTask): Anchor | undefined {
  const differ = previous !== undefined && speakersDiffer(previous, answer);
  return differ ? somebodyElse(anchors) : undefined;
}

/**
 * The right verdict on an answer: the anchor with the most of its typical wordings, or on a scale
 * their weighted mean; where there are none, the anchor for another speaker than in the answer before,
 * where it is shown and was another's, then that for everything else, then shared words.
 */
export function truth(task: JudgeTask): Truth {
  if (task.other !== undefined) return { ...better(task, task.other), score: 0 };
  if (task.kind === 'speaker') return { ...speaker(task), score: 0, of: task.answer };
  const all = fits(task.anchors, task.answer);
  const hit = all.filter((fit) => weight(fit) > 0);
  const by = hit.length > 0 ? weight : (fit: Fit) => fit.words;
  const [best] = all.toSorted((a, b) => by(b) - by(a));
  const rest = hit.length > 0 ? undefined : (another(task) ?? otherwise(task.anchors));
  const label = rest?.mark ?? best?.anchor.mark ?? '';
  if (task.kind === 'label') return { label, score: 0, found: best?.found, of: task.answer };
  const telling = best !== undefined && (hit.length > 0 || by(best) >= TELLING);
  const known = telling ? mean(all, by) : MIDDLE;
  const score = rest === undefined ? known : Number(rest.mark);
  return { label, score: Math.round(score), found: best?.found, of: task.answer };
}
