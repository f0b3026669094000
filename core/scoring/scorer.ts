import type { z } from 'zod';
import type { ChatMessage, Usage } from '../models/types.ts';
import type { Item } from '../probes/schema.ts';
import type { Random } from '../random.ts';

/** What a judge model said, whole, so that it can be read again. */
export interface JudgeReply {
  readonly model: string;
  readonly raw: string;
  readonly usage: Usage;
}

/** Asks the run's judge; throws a Problem where no judge can be reached. */
export type AskJudge = (messages: readonly ChatMessage[], seed: number) => Promise<JudgeReply>;

export interface ScoreInput<Options> {
  readonly options: Options;
  readonly item: Item;
  /** The user turn that was answered, as it was sent. */
  readonly question: string;
  readonly answer: string;
  /** The system prompt that the trial was sent with; shown to a judge only where a score asks for it. */
  readonly frame?: string | undefined;
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
      readonly judge?: JudgeReply | undefined;
      /** What the judge said when asked a second time, where it was. */
      readonly second?: { readonly value: number | string; readonly judge: JudgeReply } | undefined;
    }
  | {
      readonly status: 'unparseable';
      readonly reason: string;
      readonly judge?: JudgeReply | undefined;
    };

/** One scorer is one file in this folder, which exports it as `scorer`. */
export interface Scorer<Options = unknown> {
  readonly name: string;
  readonly about: string;
  /** The fields that a probe's `scores` entry has beside `id`, `by` and `of`. */
  readonly options: z.ZodType<Options>;
  readonly needsJudge: boolean;
  /** Lays out what the model must see in order to be scored, such as options in a random order. */
  readonly present?: (options: Options, item: Item, random: Random) => Presented;
  readonly score: (input: ScoreInput<Options>) => Promise<Score>;
}
