import type { Usage } from './reply.ts';

/** The reply of a judge model, whole, so that it can be read again. */
export interface JudgeReply {
  readonly model: string;
  readonly raw: string;
  readonly usage: Usage;
  /** The alternatives at the place of its score, with probabilities, where they were asked for. */
  readonly weighed?: readonly (readonly [token: string, probability: number])[] | undefined;
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
      /** Of a score that is a share of a probability: how much of it lay on what was looked for, 0 to 1. */
      readonly mass?: number | undefined;
      /** Of a categorical score, how likely each value is; `value` is the likeliest. Sums to 1. */
      readonly distribution?: Readonly<Record<string, number>> | undefined;
      readonly judge?: JudgeReply | undefined;
      /** Of two answers compared: what the judge said when they stood the other way round. */
      readonly swapped?: JudgeReply | undefined;
      /** The judge's reply when it was asked a second time, where it was. */
      readonly second?: { readonly value: number | string; readonly judge: JudgeReply } | undefined;
    }
  | {
      readonly status: 'unparseable';
      readonly reason: string;
      readonly mass?: number | undefined;
      readonly judge?: JudgeReply | undefined;
      readonly swapped?: JudgeReply | undefined;
    };

export interface Judgement {
  readonly trialId: string;
  readonly score: string;
  readonly step: string;
  /** Which of several judges said it; absent where there is one or none. */
  readonly judge?: string | undefined;
  readonly result: Score;
  /** US dollars that the judge took, where its price is known. */
  readonly usd?: number | undefined;
}
