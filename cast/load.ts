import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../core/domain/user-error.ts';
import { packageFile } from '../core/files/package-files.ts';

/** The path of a data file or folder of the cast, from its path within `cast/`. */
export function castFile(path: string): string {
  return fileURLToPath(packageFile(`cast/${path}`));
}

/** Reads one YAML file and checks it. @throws UserError with the file's path and what was wrong. */
export function loadYaml<T>(path: string, schema: z.ZodType<T>): T {
  const wrong = (what: string) =>
    new UserError(`${path} is not as it should be: ${what}`, 'Mend the file, then start again.');
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  const read = schema.safeParse(value);
  if (!read.success) throw wrong(z.prettifyError(read.error));
  return read.data;
}

/** Reads every YAML file of a folder, keyed by its name without the ending, in alphabetical order. */
export function loadFolder<T>(folder: string, schema: z.ZodType<T>): Map<string, T> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Map(
    files.sort().map((file) => [basename(file, '.yaml'), loadYaml(join(folder, file), schema)]),
  );
}

/** A regular expression over whole words that matches any of the sources, in any case. */
export function anyOf(sources: readonly string[]): RegExp {
  const body = sources.length > 0 ? sources.join('|') : '(?!)';
  return new RegExp(`(?<![\\p{L}\\d])(?:${body})(?![\\p{L}\\d])`, 'iu');
}

/** A list of regular expression sources, compiled into one over whole words. */
export const patterns = z.array(z.string().min(1)).transform((sources, context) => {
  try {
    return anyOf(sources);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/** Typographic apostrophes and quotation marks made plain, so that one pattern fits both. */
export function plain(text: string): string {
  return text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"');
}
