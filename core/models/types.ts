/** What a probe can require of a model beyond answering a chat. */
export const CAPABILITIES = ['logprobs', 'prefill', 'completions'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Every way in which a trial can end. Only `answered` has an answer that a scorer may read. */
export const OUTCOMES = ['answered', 'refused', 'truncated', 'unparseable', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How requests to one provider differ from OpenAI's own; data, so that no code branches on names. */
export interface Dialect {
  readonly maxTokens: 'max_tokens' | 'max_completion_tokens';
  /** Where a system prompt goes when there is no system role: in front of the first user turn. */
  readonly system: 'system' | 'developer' | 'user';
  readonly seed: boolean;
  /** What the seed is called, where it is not `seed`. */
  readonly seedName?: 'random_seed' | undefined;
  readonly streamUsage: boolean;
  readonly temperature: boolean;
  /** How a trailing assistant message is marked as one to go on with; absent: it needs no mark. */
  readonly prefill?: 'prefix' | 'continue_final_message' | undefined;
  /** False where /models does not answer to the key as the other endpoints do, so that it proves nothing. */
  readonly lists?: boolean | undefined;
}

/** Requests and tokens are per minute. Absent means no limit. */
export interface ProviderLimits {
  readonly concurrency: number;
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

export interface Provider {
  readonly id: string;
  readonly baseUrl: string;
  /** The name of the environment variable that holds the key; never the key. */
  readonly keyVariable?: string | undefined;
  readonly dialect: Dialect;
  readonly limits: ProviderLimits;
  /** True for the embedded cast: whatever it says is labelled a simulation. */
  readonly simulated: boolean;
}

export interface Parameters {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly stop?: readonly string[] | undefined;
}

export interface Model {
  readonly id: string;
  readonly label: string;
  readonly provider: string;
  /** What the provider calls it. */
  readonly name: string;
  readonly parameters: Parameters;
  /** US dollars per million tokens. Absent means unknown, which is not the same as free. */
  readonly price?: { readonly in: number; readonly out: number } | undefined;
  readonly capabilities: readonly Capability[];
  /** Models of one family share a maker; a judge of a contestant's family is warned of. */
  readonly family?: string | undefined;
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

export interface Ask {
  readonly model: Model;
  readonly messages: readonly ChatMessage[];
  readonly parameters?: Parameters | undefined;
  readonly seed?: number | undefined;
  /** Ask for the logprobs of this many alternatives at each position (0 to 20). */
  readonly topLogprobs?: number | undefined;
  /** Send `prompt` to the raw completions endpoint instead of the chat. */
  readonly completion?: boolean | undefined;
  /** Answer an identical ask from the cache, and keep the answer there; off unless somebody asked for it. */
  readonly cache?: boolean | undefined;
  /** Calls of one owner (a run) share a provider fairly with those of every other. */
  readonly owner: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with each piece of the answer as it streams in; an attempt that is retried calls onRestart first. */
  readonly onText?: ((piece: string) => void) | undefined;
  readonly onRestart?: (() => void) | undefined;
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
  /** What the provider says it ran, which may be a dated version of the name asked for. */
  readonly servedBy?: string | undefined;
  readonly logprobs?: readonly TokenChoice[] | undefined;
  /** True where it came from the cache; usage and times are those of the original. */
  readonly cached?: boolean | undefined;
}
