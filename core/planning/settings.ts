import type { AccessRules } from '../domain/access.ts';
import type { ModelSettings } from '../models/settings.ts';

/** The choices that hold where a person makes none. */
export interface Defaults {
  readonly models: readonly string[];
  readonly personas: readonly string[];
  readonly samples: number;
  /** The model that judges; absent: probes that need a judge are refused. */
  readonly judge?: string | undefined;
}

export interface SizeLimits {
  readonly trialsPerRun: number;
}

/** The part of the configuration that a plan depends on. */
export interface PlanningSettings extends Pick<ModelSettings, 'providers' | 'models'> {
  readonly defaults: Defaults;
  readonly limits: SizeLimits;
  readonly access: AccessRules;
}
