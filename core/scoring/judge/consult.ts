import type { ChatMessage } from '../../models/types.ts';
import { Problem } from '../../problem.ts';
import { seedFrom } from '../../random.ts';
import type { AskJudge, JudgeReply, Score } from '../scorer.ts';
import type { Verdict } from './reply.ts';

export interface Consultation {
  readonly judge: AskJudge;
  readonly seed: number;
  readonly messages: (look: 'first' | 'second', seed: number) => readonly ChatMessage[];
  readonly read: (raw: string) => Verdict<number | string> | undefined;
}

interface Look {
  readonly judge: JudgeReply;
  readonly verdict: Verdict<number | string> | undefined;
}

/** One answer in so many, chosen by the seed, is judged twice. */
const SECOND_LOOK_IN = 10;

/**
 * Asks the judge, and once more where its reply cannot be read; then it is `unparseable`, with the
 * reply kept. A second look that fails is left out: it never changes the first.
 */
export async function consult(consultation: Consultation): Promise<Score> {
  const { seed } = consultation;
  let first = await look(consultation, 'first', seed);
  if (!first.verdict) first = await look(consultation, 'first', seedFrom(seed, 'again'));
  if (!first.verdict) {
    const reason = 'the judge’s reply could not be read, asked twice';
    return { status: 'unparseable', reason, judge: first.judge };
  }
  const { value, quote, note } = first.verdict;
  return {
    status: 'scored',
    value,
    reason: `the judge said ${value}, ${quote === undefined ? note : `on “${quote}”`}`,
    quote,
    judge: first.judge,
    second: await secondLook(consultation),
  };
}

async function look(
  { judge, messages, read }: Consultation,
  which: 'first' | 'second',
  seed: number,
): Promise<Look> {
  const reply = await judge(messages(which, seed), seed);
  return { judge: reply, verdict: read(reply.raw) };
}

async function secondLook(
  consultation: Consultation,
): Promise<{ readonly value: number | string; readonly judge: JudgeReply } | undefined> {
  const seed = seedFrom(consultation.seed, 'second');
  if (seed % SECOND_LOOK_IN !== 0) return undefined;
  try {
    const { judge, verdict } = await look(consultation, 'second', seed);
    return verdict && { value: verdict.value, judge };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
