import type { Logger } from 'pino';
import { withCastAt } from '../config/cast.ts';
import { withDiscovered } from '../config/discovered.ts';
import type { Config } from '../config/types.ts';
import { once } from '../domain/once.ts';
import type { ReplyCache } from '../models/cache.ts';
import type { LocalServer } from '../models/discover.ts';
import { missingKey } from '../models/missing-key.ts';
import type { Models } from '../models/models.ts';

/** A server of the simulated models. */
export interface Cast {
  /** The base URL of its OpenAI dialect. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ReachOptions {
  /** The configuration as its file has it at the moment. */
  readonly read: () => Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly cache: ReplyCache;
  readonly startCast: () => Promise<Cast>;
  /** True where servers on this machine are looked for. */
  readonly discover: boolean;
}

/** The models that can be asked from here. Servers are looked for, and the cast is started, only for a model that is asked or listed. */
export interface Reach {
  readonly models: Models;
  /** The configuration in force, with the models of servers that were found so far. */
  config(): Config;
  /** As \`config\`, after a look for servers unless it has these models already; without names, all there are. */
  configWith(models?: readonly string[]): Promise<Config>;
  localServers(): Promise<readonly LocalServer[]>;
  close(): Promise<void>;
}

export function reachModels(options: ReachOptions): Reach {
  const { read, env, log, cache, startCast, discover } = options;
  let castUrl: string | undefined;
  let servers: readonly LocalServer[] = [];
  let latest: { readonly of: readonly unknown[]; readonly config: Config } | undefined;

  const config = (): Config => {
    const of = [read(), castUrl, servers];
    if (!latest || latest.of.some((one, at) => one !== of[at])) {
      latest = { of, config: withDiscovered(withCastAt(read(), castUrl), servers) };
    }
    return latest.config;
  };

  const cast = once(async () => {
    const started = await startCast();
    castUrl = started.url;
    return started;
  });

  const localServers = once(async () => {
    if (!discover) return servers;
    const { discoverLocal } = await import('../models/discover.ts');
    servers = await discoverLocal({ ignore: castUrl === undefined ? [] : [castUrl] });
    return servers;
  });

  const configWith: Reach['configWith'] = async (models) => {
    const known = config().models;
    if (!models?.every((id) => known.has(id))) await localServers();
    return config();
  };

  const opened = once(async () => {
    const { createModels } = await import('../models/create-models.ts');
    return createModels({ config, env, log, cache });
  });

  /** A call never rejects: a cast that does not start is one that does not answer. */
  const mayStartCast = async (isAsked: boolean): Promise<void> => {
    if (!isAsked || castUrl !== undefined) return;
    await cast().catch((error: unknown) => log.error({ err: error }, 'the cast did not start'));
  };

  const isSimulated = (id: string): boolean => config().providers.get(id)?.simulated === true;

  return {
    config,
    configWith,
    localServers,
    models: {
      missingKey: (model) => missingKey(model, config().providers, env),
      ask: async (ask) => {
        const [models] = await Promise.all([
          opened(),
          mayStartCast(isSimulated(ask.model.provider)),
        ]);
        return models.ask(ask);
      },
      status: async () => {
        const { providers } = await configWith();
        await mayStartCast([...providers.keys()].some(isSimulated));
        return (await opened()).status();
      },
    },
    close: async () => {
      await (await cast.begun())?.close();
    },
  };
}
