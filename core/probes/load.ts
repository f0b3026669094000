import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { type Located, readYaml } from '../yaml.ts';
import { checkProbe } from './check.ts';
import { type Persona, type Probe, personaSchema, probeSchema } from './schema.ts';

/**
 * Every probe of a folder (`*.yaml`, not its subfolders), by name.
 * @throws Problem with the file and the line, for the first file that is wrong.
 */
export async function loadProbes(
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
): Promise<ReadonlyMap<string, Probe>> {
  return loadFolder(folder, probeSchema, (located) => checkProbe(located, scorers));
}

/** Every persona of a folder, by name. @throws Problem as `loadProbes` does. */
export async function loadPersonas(folder: string): Promise<ReadonlyMap<string, Persona>> {
  return loadFolder(folder, personaSchema, () => {});
}

async function loadFolder<T extends { readonly name: string }>(
  folder: string,
  schema: z.ZodType<T>,
  check: (located: Located<T>) => void,
): Promise<ReadonlyMap<string, T>> {
  const loaded = new Map<string, T>();
  for (const file of await yamlFiles(folder)) {
    const path = join(folder, file);
    const located = readYaml(path, await readFile(path, 'utf8'), schema);
    const name = basename(file, '.yaml');
    if (located.value.name !== name) {
      throw located.problem(
        ['name'],
        `\`name\` is “${located.value.name}”, but the file is called ${file}.`,
        `Write \`name: ${name}\`, or rename the file.`,
      );
    }
    check(located);
    loaded.set(name, located.value);
  }
  return loaded;
}

async function yamlFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    throw new Problem(`The folder ${folder} cannot be read.`, 'Check that it is there.', {
      cause: error,
    });
  }
}
