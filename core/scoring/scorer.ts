import type { z } from 'zod';
import type { JudgeReply, Presented, Score } from '../domain/judgement.ts';
import type { Exchange, Item } from '../domain/probe.ts';
import type { ChatMessage, TokenChoice } from '../domain/reply.ts';
import type { Random } from '../statistics/random.ts';

/** The judge's reply as it came, with the alternatives of each token where the judge tells them. */
export interface JudgeAnswer extends JudgeReply {
  readonly logprobs?: readonly TokenChoice[] | undefined;
}

/**
 * Asks the judge; throws a UserError where it cannot be reached. Alternatives of tokens are asked for
 * where the judge offers logprobs, and only then.
 */
export type AskJudge = (
  messages: readonly ChatMessage[],
  seed: number,
  wants?: { readonly topLogprobs?: number },
) => Promise<JudgeAnswer>;

export interface ScoreInput<Options> {
  readonly options: Options;
  readonly item: Item;
  /** The user turn that was answered, as it was sent. */
  readonly question: string;
  readonly answer: string;
  /** The system prompt that the trial was sent with; shown to a judge only where a score asks for it. */
  readonly frame?: string | undefined;
  /** The turns that were asked and answered in this trial before, side branches left out. */
  readonly before: readonly Exchange[];
  /** Alternatives at each token of the answer, where `readsLogprobs` asked for them. */
  readonly logprobs?: readonly TokenChoice[] | undefined;
  /** For a scorer that compares: the same subject's answer to the same step under the condition `against`. */
  readonly other?: string | undefined;
  /** The layout that `present` made for this trial. */
  readonly presented?: Presented | undefined;
  readonly judge: AskJudge;
  readonly seed: number;
}

/** One scorer is one file in this folder, which exports it as `scorer`. */
export interface Scorer<Options = unknown> {
  readonly name: string;
  readonly about: string;
  /** Its value, in a few words of Markdown, for the docs: `1 or 0`. */
  readonly gives?: string;
  /** Its own fields in a score, in Markdown, for the docs. */
  readonly fields?: string;
  /** The fields that a probe's `scores` entry has beside those that all have. */
  readonly options: z.ZodType<Options>;
  readonly needsJudge: boolean;
  /** Lays out what the model must see in order to be scored, such as options in a random order. */
  readonly present?: (options: Options, item: Item, random: Random) => Presented;
  /** How many alternatives of each token of the answer it reads; the model must offer logprobs. */
  readonly readsLogprobs?: number;
  /** Scores an answer beside another one: the score's `against` says under which condition. */
  readonly compares?: boolean;
  /** Characters that a call to the judge has beside what was said; unless told, those of the options. */
  readonly promptLength?: (options: Readonly<Record<string, unknown>>) => number;
  /** How many calls to the judge one score takes; 1 unless told. */
  readonly calls?: number;
  readonly score: (input: ScoreInput<Options>) => Promise<Score>;
}

/** Checks the types of a scorer where it stands; a scorer's file exports what this returns, as `scorer`. */
export function defineScorer<Options>(scorer: Scorer<Options>): Scorer<Options> {
  return scorer;
}
