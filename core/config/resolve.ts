import { suggestAllowed } from '../text/nearest.ts';
import { echo } from '../text/secrets.ts';
import { type Mistake, mistake } from '../yaml/mistake.ts';
import { CAST_CONTESTANTS, CAST_JUDGE, castModels, castProvider } from './cast.ts';
import { findModels } from './models.ts';
import { findProviders } from './providers.ts';
import type { ConfigFile } from './schema.ts';
import type { Config } from './types.ts';

/** How many of the file's models an `ask` goes to where `defaults.models` does not say. */
const FIRST_MODELS = 3;

/**
 * Fills what the file leaves out and ties its names together. What does not fit is added to
 * `mistakes`; the configuration is of use only if nothing was.
 */
export function resolve(file: ConfigFile, castUrl: string, mistakes: Mistake[]): Config {
  const cast = file.cast ?? true;
  const simulated = cast ? castModels() : [];
  const found = findProviders(file, mistakes);
  const own = findModels(
    file.models ?? [],
    found,
    new Set(simulated.map((model) => model.id)),
    mistakes,
  );
  const models = new Map([...own, ...simulated.map((model) => [model.id, model] as const)]);
  if (models.size === 0 && mistakes.length === 0) {
    mistakes.push(mistake(['cast'], 'no model is configured, and the simulated cast is off'));
  }
  return {
    providers: new Map([
      ...[...found].map(([id, { provider }]) => [id, provider] as const),
      ...(cast ? [castProvider(castUrl)].map((provider) => [provider.id, provider] as const) : []),
    ]),
    models,
    defaults: defaults(file, [...own.keys()], models, mistakes),
    limits: {
      trialsPerRun: file.limits?.trials_per_run ?? 2000,
      askAboveCalls: file.limits?.ask_above_calls ?? 400,
      askAboveUsd: file.limits?.ask_above_usd ?? 1,
      usdPerPerson: file.limits?.usd_per_person,
      usdPerChannel: file.limits?.usd_per_channel,
    },
    access: access(file, models, mistakes),
    timeouts: {
      connectMs: 1000 * (file.timeouts?.connect ?? 10),
      firstTokenMs: 1000 * (file.timeouts?.first_token ?? 60),
      totalMs: 1000 * (file.timeouts?.total ?? 300),
    },
    attempts: file.attempts ?? 4,
    imports: file.imports ?? [],
    folders: file.folders ?? [],
    store: file.store ?? 'sqlite:data/dramatis.db',
    local: { enabled: file.local?.enabled ?? true, port: file.local?.port ?? 4747 },
  };
}

/** A real model is never judged by a simulated one unless the file says so. */
function defaults(
  { defaults: given }: ConfigFile,
  own: readonly string[],
  models: ReadonlyMap<string, unknown>,
  mistakes: Mistake[],
): Config['defaults'] {
  const judge =
    given?.judge ?? (own.length === 0 && models.has(CAST_JUDGE) ? CAST_JUDGE : undefined);
  if (judge !== undefined) mustKnow(judge, ['defaults', 'judge'], models, mistakes);
  for (const [index, id] of (given?.models ?? []).entries()) {
    mustKnow(id, ['defaults', 'models', index], models, mistakes);
  }
  const contestants = own.length === 0 ? CAST_CONTESTANTS : own.filter((id) => id !== judge);
  return {
    models: given?.models ?? (contestants.length === 0 ? own : contestants).slice(0, FIRST_MODELS),
    personas: given?.personas ?? ['assistant'],
    samples: given?.samples ?? 2,
    judge,
  };
}

function access(
  { access: given }: ConfigFile,
  models: ReadonlyMap<string, unknown>,
  mistakes: Mistake[],
): Config['access'] {
  for (const id of Object.keys(given?.models ?? {})) {
    mustKnow(id, ['access', 'models', id], models, mistakes, 'key');
  }
  return { use: given?.use, commands: given?.commands ?? {}, models: given?.models ?? {} };
}

function mustKnow(
  id: string,
  path: readonly PropertyKey[],
  models: ReadonlyMap<string, unknown>,
  mistakes: Mistake[],
  on: Mistake['on'] = 'value',
): void {
  if (models.has(id)) return;
  mistakes.push(
    mistake(path, `there is no model ${echo(id)}`, { on, hint: suggestAllowed(id, models.keys()) }),
  );
}
