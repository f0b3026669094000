import type { Clock } from './clock.ts';
import { createProviderQueue, type ProviderQueue } from './provider-queue.ts';
import type { ModelSettings } from './settings.ts';
import type { Provider } from './types.ts';

/** One lane to each provider, which follows the configuration when that is reloaded. */
export function providerQueues(
  config: () => ModelSettings,
  clock: Clock,
): (provider: Provider) => ProviderQueue {
  const lanes = new Map<string, ProviderQueue>();
  // Whoever asks for a longer pause than an answer may take is told of, not waited for.
  const patienceMs = () => config().timeouts.totalMs;
  return (provider) => {
    const limits = () => config().providers.get(provider.id)?.limits ?? provider.limits;
    const queue = lanes.get(provider.id) ?? createProviderQueue({ limits, patienceMs, clock });
    lanes.set(provider.id, queue);
    return queue;
  };
}
