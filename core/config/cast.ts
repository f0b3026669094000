import type { Model } from '../domain/model.ts';
import { PRESETS } from '../models/presets.ts';
import type { Provider } from '../models/types.ts';
import type { Config } from './types.ts';

/** The name of the simulated cast's provider; no other may have it. */
export const CAST = 'cast';

/** Ids, labels and made-up prices in US dollars per million tokens, so that a simulation costs something too. */
const MEMBERS = [
  { id: 'larch', price: { in: 0.4, out: 1.6 } },
  { id: 'rowan', price: { in: 1, out: 4 } },
  { id: 'bramble', price: { in: 0.2, out: 0.8 } },
  { id: 'oak', price: { in: 0.5, out: 2 } },
] as const;

export const CAST_JUDGE = 'oak';
export const CAST_CONTESTANTS: readonly string[] = MEMBERS.map((member) => member.id).filter(
  (id) => id !== CAST_JUDGE,
);

/** @param baseUrl where the cast listens, known once it does. */
export function castProvider(baseUrl: string): Provider {
  const { dialect, limits } = preset();
  return { id: CAST, baseUrl, dialect, limits, simulated: true };
}

/** The configuration with the address at which the cast listens, where it has the cast at all. */
export function withCastAt(config: Config, baseUrl: string | undefined): Config {
  if (baseUrl === undefined || !config.providers.has(CAST)) return config;
  return { ...config, providers: new Map(config.providers).set(CAST, castProvider(baseUrl)) };
}

export function castModels(): readonly Model[] {
  const { capabilities } = preset();
  return MEMBERS.map(({ id, price }) => ({
    id,
    label: id,
    provider: CAST,
    name: id,
    parameters: {},
    price,
    capabilities,
  }));
}

function preset() {
  const simulated = PRESETS.simulated;
  if (simulated === undefined) throw new Error('the presets have none for the simulated cast');
  return simulated;
}
