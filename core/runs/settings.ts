import type { ModelSettings } from '../models/settings.ts';

export interface SpendingLimits {
  /** Over either of these a run waits for somebody to agree. */
  readonly askAboveCalls: number;
  readonly askAboveUsd: number;
  /** US dollars in 24 hours; absent: no budget. */
  readonly usdPerPerson?: number | undefined;
  readonly usdPerChannel?: number | undefined;
}

/** The part of the configuration that a run depends on. */
export interface RunSettings extends Pick<ModelSettings, 'providers' | 'models'> {
  readonly limits: SpendingLimits;
}
