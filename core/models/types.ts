import type { Model, Parameters } from '../domain/model.ts';
import type { ChatMessage } from '../domain/reply.ts';

/** How requests to one provider differ from OpenAI's own; data, so that no code branches on names. */
export interface Dialect {
  readonly maxTokens: 'max_tokens' | 'max_completion_tokens';
  /** The role of a system prompt; without one it goes in front of the first user turn. */
  readonly system: 'system' | 'developer' | 'user';
  readonly seed: boolean;
  /** The seed's name, if not `seed`. */
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
