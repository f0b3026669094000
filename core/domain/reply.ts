import type { Outcome } from './outcome.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** True where the provider did not say and we counted four characters a token. */
  readonly estimated: boolean;
}

/** The most likely tokens at one position of an answer, with natural-log probabilities. */
export interface TokenChoice {
  readonly token: string;
  readonly logprob: number;
  readonly top: readonly { readonly token: string; readonly logprob: number }[];
}

/** One finished call. It never throws for what a provider does: that is `failed` with a reason. */
export interface Reply {
  readonly outcome: Exclude<Outcome, 'unparseable'>;
  readonly text: string;
  /** Reasoning that the provider sent beside the answer; never part of it. */
  readonly reasoning?: string | undefined;
  /** Why it is not `answered`: one short sentence for a person, without secrets. */
  readonly reason?: string | undefined;
  readonly finishReason?: string | undefined;
  readonly usage: Usage;
  /** Milliseconds from the request to the first piece and to the end, of the attempt that counted. */
  readonly firstTokenMs?: number | undefined;
  readonly totalMs: number;
  readonly attempts: number;
  /** The model that the provider says it ran, which may be a dated version of the name asked for. */
  readonly servedBy?: string | undefined;
  readonly logprobs?: readonly TokenChoice[] | undefined;
  /** True where it came from the cache; usage and times are those of the original. */
  readonly cached?: boolean | undefined;
}
