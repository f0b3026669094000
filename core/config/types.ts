import type { AccessRules } from '../domain/access.ts';
import type { Model } from '../domain/model.ts';
import type { Provider } from '../models/types.ts';

/** A configuration that was read, checked and filled with defaults. Holds no key of a provider; `store` may hold a password. */
export interface Config {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly models: ReadonlyMap<string, Model>;
  readonly defaults: {
    readonly models: readonly string[];
    readonly personas: readonly string[];
    readonly samples: number;
    /** The model that judges; absent: probes that need a judge are refused. */
    readonly judge?: string | undefined;
  };
  readonly limits: {
    readonly trialsPerRun: number;
    /** Over either of these a run waits for a click. */
    readonly askAboveCalls: number;
    readonly askAboveUsd: number;
    /** US dollars in 24 hours; absent: no budget. */
    readonly usdPerPerson?: number | undefined;
    readonly usdPerChannel?: number | undefined;
  };
  readonly access: AccessRules;
  readonly timeouts: {
    readonly connectMs: number;
    readonly firstTokenMs: number;
    readonly totalMs: number;
  };
  /** Calls to one model for one step, the first included. */
  readonly attempts: number;
  /** `sqlite:data/dramatis.db`, `memory:`, `redis://…` or `postgres://…`. */
  readonly store: string;
  /** Paths of foreign files that are probes or personas too, as they are written: they count from the file's folder. */
  readonly imports: readonly string[];
  readonly local: { readonly enabled: boolean; readonly port: number };
}
