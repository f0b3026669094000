import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Persona, Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { suggestAllowed } from '../text/nearest.ts';
import { type Located, readYaml } from '../yaml/read.ts';
import { checkProbe } from './check/probe.ts';
import { personaSchema, probeSchemaWith } from './schema.ts';

/**
 * Every probe of a folder (`*.yaml`, not its subfolders), by name, with the frames of the personas that
 * conditions name put in.
 * @throws UserError with the file and the line, for the first file that is wrong.
 */
export async function loadProbes(
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
  personas: ReadonlyMap<string, Persona> = new Map(),
  kinds: MeasureKinds = MEASURES,
): Promise<ReadonlyMap<string, Probe>> {
  const located = new Map<string, Located<Probe>>();
  const probes = await loadFolder(folder, probeSchemaWith(kinds), (one) => {
    checkProbe(one, scorers, [...personas.keys()], kinds);
    located.set(one.value.name, one);
  });
  for (const [name, { variant }] of probes) {
    if (variant === undefined || probes.has(variant)) continue;
    const next = suggestAllowed(variant, [...probes.keys()]);
    throw located.get(name)?.error(['variant'], `there is no probe called “${variant}”.`, next);
  }
  return new Map([...probes].map(([name, probe]) => [name, framed(probe, personas)]));
}

/** The probe with each condition's persona as part of its own frame, so that a stored plan is whole. */
function framed(probe: Probe, personas: ReadonlyMap<string, Persona>): Probe {
  const conditions = probe.conditions.map((condition) => {
    const { persona, system } = condition;
    const frames = [persona && personas.get(persona)?.system, system].filter((one) => one);
    return frames.length > 0 ? { ...condition, system: frames.join('\n\n') } : condition;
  });
  return { ...probe, conditions };
}

/** Every persona of a folder, by name. @throws UserError as `loadProbes` does. */
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
      throw located.error(
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
    throw new UserError(`The folder ${folder} cannot be read.`, 'Check that it is there.', {
      cause: error,
    });
  }
}
