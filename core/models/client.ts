import OpenAI from 'openai';
import type { Provider } from './types.ts';

/**
 * A client of the SDK that neither retries nor logs by itself, and brings along nothing from the
 * environment: what is set there for OpenAI would go to every provider.
 */
function createClient(provider: Provider, key: string | undefined): OpenAI {
  return new OpenAI({
    baseURL: provider.baseUrl,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    defaultHeaders: {
      ...withoutInherited(),
      // A server without a key must not be sent a made-up one.
      ...(key === undefined ? { Authorization: null } : {}),
    },
    maxRetries: 0,
    logLevel: 'off',
  });
}

/** Headers that the SDK reads from a variable of its own, `NAME: value` a line, each taken back. */
function withoutInherited(): Record<string, null> {
  const lines = process.env.OPENAI_CUSTOM_HEADERS?.split('\n') ?? [];
  const names = lines
    .filter((line) => line.includes(':'))
    .map((line) => line.split(':', 1)[0]?.trim());
  return Object.fromEntries(names.map((name) => [name, null]));
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
