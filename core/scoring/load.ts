import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import { importModule, isModule, moduleName } from '../files/modules.ts';
import type { Scorer } from './scorer.ts';

/** Beside these two every file of this folder is a scorer; what scorers share is in subfolders. */
const NOT_SCORERS = ['load', 'scorer'];

/**
 * Every scorer of the folder, by name.
 * @throws UserError where a file does not export a scorer of the file's own name.
 */
export async function loadScorers(
  folder: string = import.meta.dirname,
): Promise<ReadonlyMap<string, Scorer>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isModule(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !NOT_SCORERS.includes(moduleName(name)))
    .sort();
  const scorers = await Promise.all(files.map((file) => loadScorer(folder, file)));
  return new Map(scorers.map((scorer) => [scorer.name, scorer]));
}

async function loadScorer(folder: string, file: string): Promise<Scorer> {
  const path = join(folder, file);
  const module: unknown = await importModule(pathToFileURL(path));
  const scorer =
    typeof module === 'object' && module && 'scorer' in module ? module.scorer : undefined;
  const name = moduleName(file);
  if (!isScorer(scorer) || scorer.name !== name) {
    throw new UserError(
      `${path} does not export a scorer called “${name}”.`,
      `Export \`const scorer: Scorer<…> = { name: '${name}', about, options, needsJudge, score }\`, or move shared code to a subfolder.`,
    );
  }
  return scorer;
}

const shape = z.looseObject({
  name: z.string(),
  about: z.string(),
  options: z.instanceof(z.ZodType),
  needsJudge: z.boolean(),
  score: z.custom((value) => typeof value === 'function'),
});

function isScorer(value: unknown): value is Scorer {
  return shape.safeParse(value).success;
}
