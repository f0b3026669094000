import OpenAI from 'openai';
import type { Provider } from './types.ts';

/**
 * A client of the SDK that brings along nothing from the environment, where OpenAI's own settings
 * would go to every provider, and that neither retries nor logs by itself.
 */
export function createClient(provider: Provider, key: string | undefined): OpenAI {
  return new OpenAI({
    baseURL: provider.baseUrl,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // A server without a key must not be sent a made-up one.
    ...(key === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    maxRetries: 0,
    logLevel: 'off',
  });
}

/** The same client for the same provider and key, so that connections are kept. */
export function clientPool(): (provider: Provider, key: string | undefined) => OpenAI {
  const clients = new Map<string, { readonly made: string; readonly client: OpenAI }>();
  return (provider, key) => {
    const made = `${provider.baseUrl}\n${key ?? ''}`;
    const known = clients.get(provider.id);
    if (known?.made === made) return known.client;
    const client = createClient(provider, key);
    clients.set(provider.id, { made, client });
    return client;
  };
}
