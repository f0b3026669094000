import { readEnvironment } from './env.ts';
import { storeInHome } from './home.ts';
import type { Config } from './types.ts';

/** The configuration with what the environment says instead. @throws UserError */
export function overridden(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const { home, store = config.store, port = config.local.port } = readEnvironment(env);
  return { ...config, store: storeInHome(home, store), local: { ...config.local, port } };
}
