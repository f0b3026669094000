import type { Mistake } from '../yaml/mistake.ts';
import { readYaml } from '../yaml/read.ts';
import { readEnvironment } from './env.ts';
import { storeInHome } from './home.ts';
import { resolve } from './resolve.ts';
import { fileSchema } from './schema.ts';
import type { Config } from './types.ts';

export interface ConfigContext {
  /** The address at which the simulated cast listens, where that is known already. */
  readonly cast?: { readonly baseUrl: string };
  readonly env: Readonly<Record<string, string | undefined>>;
}

const HINT = 'Mend it and save; dramatis.example.yaml shows every key with what it takes.';

/**
 * The configuration that a file's text describes; an empty text gives the embedded default.
 * @param file its name, for errors.
 * @throws UserError that names every mistake with its line and column
 */
export function parseConfig(text: string, context: ConfigContext & { file: string }): Config {
  const located = readYaml(context.file, text, fileSchema, {
    hint: HINT,
    prepare: withoutEmptySections,
  });
  const mistakes: Mistake[] = [];
  const config = resolve(located.value, context.cast?.baseUrl ?? '', mistakes);
  located.refuse(mistakes);
  return overridden(config, context);
}

function overridden(config: Config, { env }: ConfigContext): Config {
  const { home, store = config.store, port = config.local.port } = readEnvironment(env);
  return { ...config, store: storeInHome(home, store), local: { ...config.local, port } };
}

/** A section whose every line is commented out is `null` in YAML, and means an absent one here. */
function withoutEmptySections(value: unknown): unknown {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null));
}
