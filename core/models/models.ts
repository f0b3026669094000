import type { Ask, Reply } from './types.ts';

/** How a model's provider does at this moment. */
export interface ModelStatus {
  readonly model: string;
  readonly state: 'ready' | 'no key' | 'key refused' | 'unreachable' | 'unknown name' | 'unchecked';
  /** One sentence with the next step, where it is not ready. */
  readonly hint?: string | undefined;
}

/** Talks to every configured model, within its provider's limits. */
export interface Models {
  /** Never rejects: what went wrong is a `failed` reply with its reason. */
  ask(ask: Ask): Promise<Reply>;
  /** Asks each provider for its list of models, at most once a minute. */
  status(): Promise<readonly ModelStatus[]>;
}
