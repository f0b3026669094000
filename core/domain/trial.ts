import type { Presented } from './judgement.ts';
import type { Outcome } from './outcome.ts';
import type { Reply } from './reply.ts';

export type PlannedStep =
  | { readonly kind: 'given'; readonly user: string; readonly assistant: string }
  | AskedStep;

/** A step whose answer comes from the model. */
export interface AskedStep {
  /** `complete`: `user` is a raw text that the model goes on with, outside the chat. */
  readonly kind: 'ask' | 'aside' | 'complete';
  readonly id: string;
  readonly user: string;
  /** The words that the answer begins with; the reply holds only what follows. */
  readonly begin?: string | undefined;
  /** How many tokens are wanted, where not as many as the run's parameters say. */
  readonly maxTokens?: number | undefined;
  /** How many alternatives of each token a scorer wants to see. */
  readonly topLogprobs?: number | undefined;
}

/** Subject × condition × item × sample, with all that is needed to send it. */
export interface PlannedTrial {
  readonly trialId: string;
  readonly subjectId: string;
  readonly condition: string;
  readonly item: string;
  readonly sample: number;
  readonly seed: number;
  readonly system?: string | undefined;
  readonly steps: readonly PlannedStep[];
  /** By score id: what its scorer laid out for the model. */
  readonly presented: Readonly<Record<string, Presented>>;
}

export interface StepReply extends Omit<Reply, 'outcome'> {
  readonly step: string;
  readonly outcome: Outcome;
}

/** Immutable once finished. `outcome` is that of the first step that was not answered, else answered. */
export interface Trial {
  readonly trialId: string;
  readonly outcome: Outcome;
  readonly replies: readonly StepReply[];
  /** US dollars, where the price is known. */
  readonly usd?: number | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Answered from the cache, because somebody asked for it. */
  readonly cached: boolean;
}

/** A reply without its words. */
export interface ReplyOutline extends Pick<StepReply, 'step' | 'outcome' | 'reason'> {
  /** The length of its text; 0 also where that is nothing but blanks. */
  readonly characters: number;
  readonly text?: undefined;
}

/** A trial without its words, which the store has. */
export interface TrialOutline extends Pick<Trial, 'trialId' | 'outcome' | 'usd' | 'cached'> {
  readonly replies: readonly ReplyOutline[];
}

export type FinishedReply = StepReply | ReplyOutline;

export type FinishedTrial = Trial | TrialOutline;
