import type { Config } from '../config/types.ts';
import type { Clock } from './clock.ts';
import { createLane, type Lane } from './lane.ts';
import type { Provider } from './types.ts';

/** One lane to each provider, which follows the configuration when that is reloaded. */
export function providerLanes(config: () => Config, clock: Clock): (provider: Provider) => Lane {
  const lanes = new Map<string, Lane>();
  // Whoever asks for a longer pause than an answer may take is told of, not waited for.
  const patienceMs = () => config().timeouts.totalMs;
  return (provider) => {
    const limits = () => config().providers.get(provider.id)?.limits ?? provider.limits;
    const lane = lanes.get(provider.id) ?? createLane({ limits, patienceMs, clock });
    lanes.set(provider.id, lane);
    return lane;
  };
}
