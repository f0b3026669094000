import { distance } from 'fastest-levenshtein';
import { APIError } from 'openai';
import type { Model } from '../domain/model.ts';
import type { clientPool } from './client.ts';
import type { Clock } from './clock.ts';
import { failureOf } from './failure.ts';
import { isListed, readListing } from './listing.ts';
import type { ModelStatus } from './models.ts';
import type { ModelSettings } from './settings.ts';
import type { Provider } from './types.ts';

const FRESH_MS = 60_000;
const PATIENCE_MS = 5_000;

/** The result of one look at a provider's list: names, or why there are none. */
type Look = { readonly names: readonly string[] } | Pick<ModelStatus, 'state' | 'hint'>;

export interface StatusOptions {
  readonly config: () => ModelSettings;
  readonly keyOf: (provider: Provider) => string | undefined;
  readonly clientFor: ReturnType<typeof clientPool>;
  readonly clock: Clock;
}

/** Checks every model, asking each provider at most once a minute. Never rejects. */
export function statusCheck(options: StatusOptions): () => Promise<readonly ModelStatus[]> {
  const { config, keyOf, clientFor, clock } = options;
  const looks = new Map<
    string,
    { readonly at: number; readonly made: string; readonly look: Promise<Look> }
  >();

  const lookAt = (provider: Provider): Promise<Look> => {
    const key = keyOf(provider);
    if (provider.keyVariable !== undefined && key === undefined) {
      return Promise.resolve({ state: 'no key', hint: `Set ${provider.keyVariable}.` });
    }
    if (provider.dialect.lists === false) {
      return Promise.resolve({ state: 'unchecked', hint: 'This provider can only be tried.' });
    }
    const made = `${provider.baseUrl}\n${key ?? ''}`;
    const known = looks.get(provider.id);
    if (known && known.made === made && clock.now() - known.at < FRESH_MS) return known.look;
    const look = askForList(clientFor(provider, key), provider, clock);
    looks.set(provider.id, { at: clock.now(), made, look });
    return look;
  };

  return () =>
    Promise.all(
      [...config().models.values()].map(async (model): Promise<ModelStatus> => {
        const provider = config().providers.get(model.provider);
        if (!provider)
          return {
            model: model.id,
            state: 'unreachable',
            hint: `No provider is called “${model.provider}”.`,
          };
        return { model: model.id, ...stateOf(model, await lookAt(provider)) };
      }),
    );
}

async function askForList(
  client: ReturnType<StatusOptions['clientFor']>,
  provider: Provider,
  clock: Clock,
): Promise<Look> {
  try {
    const names = readListing(await client.get('/models', { timeout: PATIENCE_MS }));
    if (names) return { names: names.map(({ id }) => id) };
    return { state: 'unchecked', hint: 'The provider’s list of models could not be read.' };
  } catch (error) {
    const hint = sentence(failureOf(error, provider, clock.now()).reason);
    const status = error instanceof APIError ? error.status : undefined;
    if (status === 401 || status === 403) return { state: 'key refused', hint };
    // Whoever answers but does not list, or not just now, may well answer questions.
    if (status !== undefined && status < 500) return { state: 'unchecked', hint };
    return { state: 'unreachable', hint };
  }
}

function stateOf(model: Model, look: Look): Omit<ModelStatus, 'model'> {
  if (!('names' in look)) return look;
  if (look.names.length === 0 || isListed(look.names, model.name)) return { state: 'ready' };
  return { state: 'unknown name', hint: notListed(model.name, look.names) };
}

function notListed(name: string, names: readonly string[]): string {
  const nearest = names.toSorted((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
  return `The provider does not list “${name}”. Did you mean ${nearest}?`;
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
