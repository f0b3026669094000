import { z } from 'zod';
import type { Score } from '../domain/judgement.ts';
import { seedFrom } from '../statistics/random.ts';
import { askTwice, type Heard, type Look } from './judge/consult.ts';
import { envelope } from './judge/envelope.ts';
import { line } from './judge/fields.ts';
import { readVerdict } from './judge/reply.ts';
import { defineScorer } from './scorer.ts';

const options = z.strictObject({
  /** Which of the two answers is to be chosen: “Which of the two …?” */
  rubric: line,
  /** Wordings that would earn an answer the choice. */
  typical: z.array(line).max(8).optional(),
  /** Material that the judge sees beside the answers. A frame would tell which is which. */
  sees: z.array(z.enum(['question'])).default(['question']),
});

/** Of the answer that is scored: chosen, or the other one, or neither. */
const SAID = new Map<unknown, string>([
  [1, 'this answer'],
  [0, 'the other'],
  [0.5, 'neither'],
]);

/**
 * Which of two answers a judge model chooses, asked in both orders: 1 where it chooses this one both
 * times, 0 where it chooses the other both times, 0.5 where it chooses neither or does not stay with it.
 */
export const scorer = defineScorer({
  name: 'pairwise',
  about:
    'whether a judge model chooses the answer over one under another condition, in both orders',
  gives: '1, 0.5 or 0',
  fields:
    '`rubric`; `typical: [wordings]`; `sees: [question]` or `[]`; and `against`, see [judging.md](judging.md#pairwise)',
  options,
  needsJudge: true,
  compares: true,
  calls: 2,
  score: async ({ options: given, question, answer, other, judge, seed }) => {
    if (other === undefined) {
      return { status: 'unparseable', reason: 'there is no answer to compare with' };
    }
    if (other.trim() === answer.trim()) {
      return { status: 'scored', value: 0.5, reason: 'the two answers are the same' };
    }
    const { rubric, typical, sees } = given;
    const task = {
      rubric,
      anchors: typical ? [{ mark: 'chosen', means: 'the answer that it is', typical }] : [],
      ...(sees.includes('question') && { question }),
      replyLine: 'CHOICE: <ONE|TWO|NEITHER>',
    };
    const look =
      (called: 'ONE' | 'TWO') =>
      (each: number): Look => {
        const pair = called === 'ONE' ? { answer, other } : { answer: other, other: answer };
        return {
          messages: envelope({ ...task, ...pair }, each),
          read: ({ raw }) =>
            readVerdict(raw, 'CHOICE', (text) => chosen(text, called), answer, other),
        };
      };
    const first = await askTwice(judge, seed, look('ONE'));
    const second = await askTwice(judge, seedFrom(seed, 'swapped'), look('TWO'));
    return together(first, second);
  },
});

function chosen(text: string, called: 'ONE' | 'TWO'): number | undefined {
  const choice = text.replace(/\.$/, '').toUpperCase();
  if (choice === 'NEITHER') return 0.5;
  return choice === 'ONE' || choice === 'TWO' ? Number(choice === called) : undefined;
}

function together(first: Heard, second: Heard): Score {
  const replies = { judge: first.reply, swapped: second.reply };
  if ('why' in first.reading || 'why' in second.reading) {
    const order = 'why' in first.reading ? 'this answer first' : 'this answer second';
    const reason = `with ${order}, the judge’s reply could not be read, asked twice`;
    return { status: 'unparseable', reason, ...replies };
  }
  const { value, quote = second.reading.quote, note } = first.reading;
  const turned = second.reading.value;
  const said = `the judge chose ${SAID.get(value)}, and ${SAID.get(turned)} in the other order`;
  return {
    status: 'scored',
    value: value === turned ? value : 0.5,
    reason: `${said}, ${quote === undefined ? note : `on “${quote}”`}`,
    quote,
    ...replies,
  };
}
