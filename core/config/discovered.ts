import type { Model } from '../domain/model.ts';
import type { LocalServer } from '../models/discover.ts';
import { PRESETS } from '../models/presets.ts';
import type { Provider } from '../models/types.ts';
import type { Config } from './types.ts';

/**
 * The configuration with the servers that were found on this machine: their models can be asked by
 * name, and are asked by default by nobody. What the file names already stays as the file has it.
 */
export function withDiscovered(config: Config, servers: readonly LocalServer[]): Config {
  if (servers.length === 0) return config;
  const known = new Set([...config.providers.values()].map(({ baseUrl }) => originOf(baseUrl)));
  const fresh = servers.filter(({ baseUrl }) => !known.has(originOf(baseUrl)));
  if (fresh.length === 0) return config;
  const providers = new Map(config.providers);
  const models = new Map(config.models);
  for (const server of fresh) {
    const preset = PRESETS[server.preset];
    if (!preset) continue;
    const id = providers.has(server.preset) ? `${server.preset}-found` : server.preset;
    const provider: Provider = { ...preset, id, keyVariable: undefined, baseUrl: server.baseUrl };
    providers.set(id, provider);
    for (const name of server.models.filter((one) => SPEAKABLE.test(one))) {
      const own = models.has(name) ? `${id}:${name}` : name;
      if (!models.has(own)) models.set(own, modelOf(own, name, id, preset.capabilities));
    }
  }
  return { ...config, providers, models };
}

/** A name that can be typed in a list: whatever else a server calls a model stays its own affair. */
const SPEAKABLE = /^[\w][\w.:/@+-]{0,99}$/;

function modelOf(
  id: string,
  name: string,
  provider: string,
  capabilities: Model['capabilities'],
): Model {
  return { id, label: id, provider, name, parameters: {}, capabilities, price: { in: 0, out: 0 } };
}

/** `localhost` and `127.0.0.1` name the same server. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace('localhost', '127.0.0.1') : url;
}
