import type { AccessRules } from '../domain/access.ts';
import type { ModelSettings } from '../models/settings.ts';
import type { Defaults, SizeLimits } from '../planning/settings.ts';
import type { SpendingLimits } from '../runs/settings.ts';

/** A configuration that was read, checked and filled with defaults. Holds no key of a provider; `store` may hold a password. */
export interface Config extends ModelSettings {
  readonly defaults: Defaults;
  readonly limits: SizeLimits & SpendingLimits;
  readonly access: AccessRules;
  /** `sqlite:data/dramatis.db`, `memory:`, `redis://…` or `postgres://…`. */
  readonly store: string;
  /** Paths of foreign files that are probes or personas too, as they are written: they count from the file's folder. */
  readonly imports: readonly string[];
  /** Paths of folders of a team's own probes, personas, scorers and commands; they count as those of `imports` do. */
  readonly folders: readonly string[];
  readonly local: { readonly enabled: boolean; readonly port: number };
}

/** All that a configuration depends on beside its file. */
export interface ConfigContext {
  /** The address of the simulated cast, where it is known already. */
  readonly cast?: { readonly baseUrl: string };
  readonly env: Readonly<Record<string, string | undefined>>;
}
