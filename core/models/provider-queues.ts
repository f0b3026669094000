import type { Clock } from './clock.ts';
import { createProviderQueue, type ProviderQueue } from './provider-queue.ts';
import type { ModelSettings } from './settings.ts';
import type { Provider } from './types.ts';

/** One queue for each provider, which follows the configuration when that is reloaded. */
export function providerQueues(
  config: () => ModelSettings,
  clock: Clock,
): (provider: Provider) => ProviderQueue {
  const queues = new Map<string, ProviderQueue>();
  // Whoever asks for a longer pause than an answer may take is told of, not waited for.
  const patienceMs = () => config().timeouts.totalMs;
  return (provider) => {
    const limits = () => config().providers.get(provider.id)?.limits ?? provider.limits;
    const queue = queues.get(provider.id) ?? createProviderQueue({ limits, patienceMs, clock });
    queues.set(provider.id, queue);
    return queue;
  };
}
