import type { JudgeReply, Score } from '../../domain/judgement.ts';
import type { ChatMessage } from '../../domain/reply.ts';
import { UserError } from '../../domain/user-error.ts';
import { seedFrom } from '../../statistics/random.ts';
import type { Alternatives } from '../logprobs/alternatives.ts';
import type { AskJudge, JudgeAnswer } from '../scorer.ts';
import type { Verdict } from './reply.ts';

type Scored = Extract<Score, { status: 'scored' }>;

/** A reply as it was read. */
export interface Reading extends Verdict<number | string>, Pick<Scored, 'mass' | 'distribution'> {
  readonly weighed?: Alternatives | undefined;
  /** How the value came about, as the beginning of a sentence; absent: it is what the judge wrote. */
  readonly how?: string | undefined;
}

/** Why a reply cannot be read, where there is more to say than that it cannot. */
export interface Unread {
  readonly why: string;
  readonly mass?: number | undefined;
  readonly weighed?: Alternatives | undefined;
}

/** One look at an answer: what the judge is asked, and how its reply to just that is read. */
export interface Look {
  readonly messages: readonly ChatMessage[];
  readonly topLogprobs?: number | undefined;
  readonly read: (reply: JudgeAnswer) => Reading | Unread | undefined;
}

export interface Consultation {
  readonly judge: AskJudge;
  readonly seed: number;
  /** Why there is nothing to judge, where that is so: the judge is not asked then. */
  readonly lacks?: string | undefined;
  readonly look: (which: 'first' | 'second', seed: number) => Look;
}

/** One answer in so many, chosen by the seed, is judged twice. */
const SECOND_LOOK_IN = 10;
const UNREADABLE: Unread = { why: 'the judge’s reply could not be read' };

/**
 * Asks the judge, and once more where its reply cannot be read; then it is `unparseable`, with the
 * reply kept. A second look that fails is left out: it never changes the first.
 */
export async function consult({ judge, seed, lacks, look }: Consultation): Promise<Score> {
  if (lacks !== undefined) return { status: 'unparseable', reason: lacks };
  const { reply, reading } = await askTwice(judge, seed, (each) => look('first', each));
  if ('why' in reading) {
    const reason = `${reading.why}, asked twice`;
    return { status: 'unparseable', reason, mass: reading.mass, judge: reply };
  }
  const { value, how = `the judge said ${value}`, quote, note, mass, distribution } = reading;
  return {
    status: 'scored',
    value,
    reason: `${how}, ${quote === undefined ? note : `on “${quote}”`}`,
    quote,
    mass,
    distribution,
    judge: reply,
    second: await secondLook({ judge, seed, look }),
  };
}

export interface Heard {
  readonly reply: JudgeReply;
  readonly reading: Reading | Unread;
}

/** The first reply that can be read, of two at most; else the last. */
export async function askTwice(
  judge: AskJudge,
  seed: number,
  look: (seed: number) => Look,
): Promise<Heard> {
  const first = await ask(judge, seed, look(seed));
  if (!('why' in first.reading)) return first;
  const again = seedFrom(seed, 'again');
  return ask(judge, again, look(again));
}

async function ask(
  judge: AskJudge,
  seed: number,
  { messages, topLogprobs, read }: Look,
): Promise<Heard> {
  const answer = await judge(messages, seed, topLogprobs === undefined ? {} : { topLogprobs });
  const reading = read(answer) ?? UNREADABLE;
  const { model, raw, usage } = answer;
  // Of all that the judge might have said, only what its score rests on is worth keeping.
  const weighed = reading.weighed === undefined ? {} : { weighed: reading.weighed };
  return { reply: { model, raw, usage, ...weighed }, reading };
}

async function secondLook({
  judge,
  seed,
  look,
}: Consultation): Promise<
  { readonly value: number | string; readonly judge: JudgeReply } | undefined
> {
  const second = seedFrom(seed, 'second');
  if (second % SECOND_LOOK_IN !== 0) return undefined;
  try {
    const { reply, reading } = await ask(judge, second, look('second', second));
    return 'why' in reading ? undefined : { value: reading.value, judge: reply };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
