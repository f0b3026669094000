import { weightedScore } from '../../statistics/weighted-score.ts';
import { type Alternatives, bare } from '../logprobs/alternatives.ts';
import type { JudgeAnswer } from '../scorer.ts';
import type { Reading, Unread } from './consult.ts';
import { percent } from './percent.ts';
import { readVerdict } from './reply.ts';
import { alternativesBehind } from './weighed.ts';

/** The score that a reply gives; undefined where it gives no whole number from 0 to 100. */
export function readScore(reply: JudgeAnswer, answer: string): Reading | Unread | undefined {
  const verdict = readVerdict(reply.raw, 'SCORE', wholeNumber, answer);
  const weighed = alternativesBehind(reply, 'SCORE');
  if (!weighed) return verdict;
  const { score, mass } = weightedScore(weighed.map(([token, share]) => [bare(token), share]));
  if (score === undefined) {
    const why = `only ${percent(mass)} of the judge’s probability lay on numbers`;
    return { why, mass, weighed };
  }
  if (!verdict || !holdsWholeNumbers(weighed)) return verdict;
  const how = `what the judge might have said comes to ${score.toFixed(1)}, weighed by probability (it wrote ${verdict.value}; ${percent(mass)} lay on numbers)`;
  return { ...verdict, value: score, mass, weighed, how };
}

/** True where tokens hold numbers whole: of single digits a 7 may be the beginning of 72, and there is nothing to weigh. */
function holdsWholeNumbers(weighed: Alternatives): boolean {
  return weighed.some(([token]) => /^\d{2,3}$/.test(bare(token)));
}

function wholeNumber(text: string): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 100 ? value : undefined;
}
