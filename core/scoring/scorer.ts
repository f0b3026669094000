import type { z } from 'zod';
import type { ChatMessage, TokenChoice, Usage } from '../models/types.ts';
import type { Item } from '../probes/schema.ts';
import type { Random } from '../statistics/random.ts';

/** What a judge model said, whole, so that it can be read again. */
export interface JudgeReply {
  readonly model: string;
  readonly raw: string;
  readonly usage: Usage;
  /** What else it might have said where its score stands, with probabilities, where it was asked for. */
  readonly weighed?: readonly (readonly [token: string, probability: number])[] | undefined;
}

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

/** A user turn and its answer. */
export interface Exchange {
  readonly user: string;
  readonly assistant: string;
}

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
  /** What stands at each token of the answer, where `readsLogprobs` asked for it. */
  readonly logprobs?: readonly TokenChoice[] | undefined;
  /** For a scorer that compares: the same subject's answer to the same step under the condition `against`. */
  readonly other?: string | undefined;
  /** What `present` laid out for this trial. */
  readonly presented?: Presented | undefined;
  readonly judge: AskJudge;
  readonly seed: number;
}

export interface Presented {
  /** Appended to the user turn. */
  readonly text: string;
  /** The options' values in the order in which the model saw them. */
  readonly order: readonly string[];
  /** The options' words in that order, as the model saw them. */
  readonly shown?: readonly string[] | undefined;
}

/** `unparseable` is an outcome of its own, never a score of zero. */
export type Score =
  | {
      readonly status: 'scored';
      readonly value: number | string;
      /** A person's sentence: why this value. */
      readonly reason: string;
      /** A short literal quotation from the answer that the value rests on. */
      readonly quote?: string | undefined;
      /** Where the score is a share of a probability: how much of it lay on what was looked for, 0 to 1. */
      readonly mass?: number | undefined;
      /** Of a categorical score, how likely each value is; `value` is the likeliest. Sums to 1. */
      readonly distribution?: Readonly<Record<string, number>> | undefined;
      readonly judge?: JudgeReply | undefined;
      /** Of two answers compared: what the judge said when they stood the other way round. */
      readonly swapped?: JudgeReply | undefined;
      /** What the judge said when asked a second time, where it was. */
      readonly second?: { readonly value: number | string; readonly judge: JudgeReply } | undefined;
    }
  | {
      readonly status: 'unparseable';
      readonly reason: string;
      readonly mass?: number | undefined;
      readonly judge?: JudgeReply | undefined;
      readonly swapped?: JudgeReply | undefined;
    };

/** One scorer is one file in this folder, which exports it as `scorer`. */
export interface Scorer<Options = unknown> {
  readonly name: string;
  readonly about: string;
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
