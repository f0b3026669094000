import type { AccessRules } from '../domain/access.ts';
import type { ModelSettings } from '../models/settings.ts';

/** What is asked where a person does not say. */
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
