import { PRESETS, type Preset } from '../models/presets.ts';
import type { Dialect, Provider, ProviderLimits } from '../models/types.ts';
import { suggestAllowed } from '../text/nearest.ts';
import { echo } from '../text/secrets.ts';
import { type Mistake, mistake } from '../yaml/mistake.ts';
import { CAST } from './cast.ts';
import type { ConfigFile, ProviderEntry } from './schema.ts';

/** A server that nobody described is taken to speak the dialect as most do. */
const PLAIN: Pick<Preset, 'dialect' | 'limits'> = {
  dialect: {
    maxTokens: 'max_tokens',
    system: 'system',
    seed: true,
    streamUsage: true,
    temperature: true,
  },
  limits: { concurrency: 4 },
};

/** The presets that can be named in a file, by name. */
export const NAMED_PRESETS: ReadonlyMap<string, Preset> = new Map(
  Object.entries(PRESETS).filter(([, preset]) => !preset.simulated),
);

export interface FoundProvider {
  readonly provider: Provider;
  /** The name of the preset that it comes from. */
  readonly preset?: string | undefined;
}

/** The providers of the file, and those presets that a model names without more ado. */
export function findProviders(
  file: ConfigFile,
  mistakes: Mistake[],
): ReadonlyMap<string, FoundProvider> {
  const found = new Map<string, FoundProvider>();
  for (const [id, entry] of Object.entries(file.providers ?? {})) {
    const provider = fromEntry(id, entry ?? {}, mistakes);
    if (provider !== undefined) found.set(id, provider);
  }
  for (const { provider: id } of file.models ?? []) {
    const preset = NAMED_PRESETS.get(id);
    if (preset !== undefined && file.providers?.[id] === undefined) {
      found.set(id, { provider: build(id, {}, preset), preset: id });
    }
  }
  return found;
}

function fromEntry(
  id: string,
  entry: ProviderEntry,
  mistakes: Mistake[],
): FoundProvider | undefined {
  const path = ['providers', id];
  const presetName = entry.preset ?? (NAMED_PRESETS.has(id) ? id : undefined);
  const preset = presetName === undefined ? undefined : NAMED_PRESETS.get(presetName);
  if (id === CAST) {
    mistakes.push(
      mistake(path, `\`${CAST}\` is the simulated cast's own name; use another`, { on: 'key' }),
    );
  } else if (presetName !== undefined && preset === undefined) {
    const hint = suggestAllowed(presetName, NAMED_PRESETS.keys());
    mistakes.push(mistake([...path, 'preset'], `there is no preset ${echo(presetName)}`, { hint }));
  } else if (preset === undefined && entry.base_url === undefined) {
    const hint = suggestAllowed(id, NAMED_PRESETS.keys());
    mistakes.push(
      mistake(path, `\`${id}\` needs a \`base_url\`, since no preset has this name`, {
        on: 'key',
        hint,
      }),
    );
  } else {
    return { provider: build(id, entry, preset), preset: presetName };
  }
  return undefined;
}

function build(id: string, entry: ProviderEntry, preset: Preset | undefined): Provider {
  const { dialect, limits } = preset ?? PLAIN;
  return {
    id,
    baseUrl: (entry.base_url ?? preset?.baseUrl ?? '').replace(/\/+$/, ''),
    keyVariable: entry.key ?? preset?.keyVariable,
    dialect: mergedDialect(dialect, entry.dialect),
    limits: mergedLimits(limits, entry.limits),
    simulated: false,
  };
}

const mergedDialect = (base: Dialect, own: ProviderEntry['dialect'] = {}): Dialect => ({
  ...base,
  maxTokens: own.max_tokens ?? base.maxTokens,
  system: own.system ?? base.system,
  seed: own.seed ?? base.seed,
  seedName: own.seed_name ?? base.seedName,
  streamUsage: own.stream_usage ?? base.streamUsage,
  temperature: own.temperature ?? base.temperature,
  prefill: own.prefill ?? base.prefill,
});

const mergedLimits = (base: ProviderLimits, own: ProviderEntry['limits'] = {}): ProviderLimits => ({
  concurrency: own.concurrency ?? base.concurrency,
  requestsPerMinute: own.requests_per_minute ?? base.requestsPerMinute,
  tokensPerMinute: own.tokens_per_minute ?? base.tokensPerMinute,
});
