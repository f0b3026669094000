import type { Model } from '../domain/model.ts';
import { suggestAllowed } from '../text/nearest.ts';
import { echo } from '../text/secrets.ts';
import { type Mistake, mistake } from '../yaml/mistake.ts';
import { type FoundProvider, NAMED_PRESETS } from './providers.ts';
import type { ModelEntry } from './schema.ts';

/** Who makes the models of a provider that serves only its own. */
const MAKERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  mistral: 'mistralai',
  deepseek: 'deepseek',
};

/** The models of the file by id. @param taken ids that the simulated cast has. */
export function findModels(
  entries: readonly ModelEntry[],
  providers: ReadonlyMap<string, FoundProvider>,
  taken: ReadonlySet<string>,
  mistakes: Mistake[],
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const [index, entry] of entries.entries()) {
    const found = providers.get(entry.provider);
    const model = build(entry, found?.preset);
    if (found === undefined) {
      const hint = suggestAllowed(entry.provider, [...providers.keys(), ...NAMED_PRESETS.keys()]);
      const what = `there is no provider ${echo(entry.provider)}`;
      mistakes.push(mistake(['models', index, 'provider'], what, { hint }));
    } else if (taken.has(model.id)) {
      const what = `\`${model.id}\` is a model of the simulated cast; give this one another \`id\`, or write \`cast: false\``;
      mistakes.push(mistake(['models', index, 'id'], what));
    } else if (models.has(model.id)) {
      const what = `another model has the id \`${model.id}\` already; give this one another \`id\``;
      mistakes.push(mistake(['models', index, 'id'], what));
    } else {
      models.set(model.id, model);
    }
  }
  return models;
}

function build(entry: ModelEntry, preset: string | undefined): Model {
  const id = entry.id ?? idFrom(entry.name);
  const { temperature, top_p, max_tokens, stop } = entry.parameters ?? {};
  return {
    id,
    label: entry.label ?? id,
    provider: entry.provider,
    name: entry.name,
    parameters: { temperature, topP: top_p, maxTokens: max_tokens, stop },
    price: entry.price,
    capabilities: entry.capabilities ?? NAMED_PRESETS.get(preset ?? '')?.capabilities ?? [],
    family: entry.family ?? familyOf(entry.name, preset),
  };
}

/** `meta-llama/Llama-3.1-8B:free` is `llama-3.1-8b-free` in a command line. */
function idFrom(name: string): string {
  const last = name.split('/').at(-1) ?? name;
  const id = last.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
  return id.replaceAll(/^[.-]+|[.-]+$/g, '') || 'model';
}

function familyOf(name: string, preset: string | undefined): string | undefined {
  const [owner, ...rest] = name.split('/');
  if (rest.length > 0) return owner;
  return preset === undefined ? undefined : MAKERS[preset];
}
