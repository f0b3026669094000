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
 * Every scorer that ships, and those of other folders, by name.
 * @throws UserError where a file does not export a scorer of the file's own name, or two have one name.
 */
export async function loadScorers(
  folder: string = import.meta.dirname,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, Scorer>> {
  const scorers = new Map<string, Scorer>();
  for (const place of [folder, ...others]) {
    for (const scorer of await scorersIn(place)) {
      if (scorers.has(scorer.name)) throw taken(place, scorer.name);
      scorers.set(scorer.name, scorer);
    }
  }
  return scorers;
}

function taken(folder: string, name: string): UserError {
  return new UserError(
    `${folder} has a scorer called “${name}”, and there is one of that name already.`,
    'Rename the file and the scorer in it.',
    { code: 'conflict' },
  );
}

async function scorersIn(folder: string): Promise<readonly Scorer[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isModule(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !NOT_SCORERS.includes(moduleName(name)))
    .sort();
  return Promise.all(files.map((file) => loadScorer(folder, file)));
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
  // By what it does: a team's scorer may bring a zod of its own.
  options: z.custom((value) => typeof Object(value).safeParse === 'function'),
  needsJudge: z.boolean(),
  score: z.custom((value) => typeof value === 'function'),
});

function isScorer(value: unknown): value is Scorer {
  return shape.safeParse(value).success;
}
