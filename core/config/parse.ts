import type { Mistake } from '../yaml/mistake.ts';
import { readYaml } from '../yaml/read.ts';
import { overridden } from './overridden.ts';
import { resolve } from './resolve.ts';
import { fileSchema } from './schema.ts';
import type { Config, ConfigContext } from './types.ts';

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
  return overridden(config, context.env);
}

/** A section whose every line is commented out is `null` in YAML, and means an absent one here. */
function withoutEmptySections(value: unknown): unknown {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null));
}
