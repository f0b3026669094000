import type { Model } from '../domain/model.ts';
import type { Provider } from './types.ts';

/** How long one attempt may take, in milliseconds from its start. */
export interface Timeouts {
  readonly connectMs: number;
  readonly firstTokenMs: number;
  readonly totalMs: number;
}

/** The part of the configuration that asking a model depends on. */
export interface ModelSettings {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly models: ReadonlyMap<string, Model>;
  readonly timeouts: Timeouts;
  /** Calls to one model for one step, the first included. */
  readonly attempts: number;
}
