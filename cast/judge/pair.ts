import { type Fit, fits, weight } from './match.ts';
import type { JudgeTask } from './task.ts';

interface Better {
  readonly label: 'ONE' | 'TWO' | 'NEITHER';
  readonly found?: Fit['found'];
  /** The answer that was chosen; the first where neither was. */
  readonly of: string;
}

/**
 * Of two answers the one with more of the wordings that the rubric gives, and neither where none has any;
 * where the rubric gives none, the one that shares more words with it.
 */
export function better({ rubric, anchors, answer }: JudgeTask, second: string): Better {
  const wanted = anchors.length > 0 ? anchors : [{ mark: 'chosen', means: rubric, typical: [] }];
  const [one, two] = [fits(wanted, answer), fits(wanted, second)];
  const given = wanted.some(({ typical }) => typical.length > 0);
  const by = given ? weight : (fit: Fit) => fit.words;
  const [first, then] = [sum(one, by), sum(two, by)];
  const found = (list: readonly Fit[]) => list.find((fit) => fit.found)?.found;
  if (first === then) return { label: 'NEITHER', found: found(one), of: answer };
  return first > then
    ? { label: 'ONE', found: found(one), of: answer }
    : { label: 'TWO', found: found(two), of: second };
}

function sum(list: readonly Fit[], by: (fit: Fit) => number): number {
  return list.reduce((total, fit) => total + by(fit), 0);
}
