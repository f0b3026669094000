import type { Model } from '../domain/model.ts';
import type { Reply } from '../domain/reply.ts';
import type { Ask } from './types.ts';

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
  /** The variable that a model's key is to be in, where it is not set; undefined where none is missing. */
  missingKey(model: Model): string | undefined;
  /** Asks each provider for its list of models, at most once a minute. */
  status(): Promise<readonly ModelStatus[]>;
}
