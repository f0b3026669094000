import type { Model } from '../domain/model.ts';
import type { Provider } from './types.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A provider's key as the environment has it; undefined where it is not set or blank. */
export function keyOf({ keyVariable }: Provider, env: Env): string | undefined {
  return keyVariable === undefined ? undefined : env[keyVariable]?.trim() || undefined;
}

/** The variable that a model's key is to be in, where it is not set; undefined where none is missing. */
export function missingKey(
  { provider: id }: Model,
  providers: ReadonlyMap<string, Provider>,
  env: Env,
): string | undefined {
  const provider = providers.get(id);
  return provider && keyOf(provider, env) === undefined ? provider.keyVariable : undefined;
}
