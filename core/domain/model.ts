/** Abilities that a probe can require of a model beyond answering a chat. */
export const CAPABILITIES = ['logprobs', 'prefill', 'completions'] as const;

export type Capability = (typeof CAPABILITIES)[number];

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
  /** The provider's own name for it. */
  readonly name: string;
  readonly parameters: Parameters;
  /** US dollars per million tokens. Absent means unknown, which is not the same as free. */
  readonly price?: { readonly in: number; readonly out: number } | undefined;
  readonly capabilities: readonly Capability[];
  /** Models of one family share a maker; a judge of a contestant's family is warned of. */
  readonly family?: string | undefined;
}
