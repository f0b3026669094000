import { readFile } from 'node:fs/promises';
import type { Persona, Probe } from '../domain/probe.ts';
import { scanFolders, yamlName } from '../files/scan-folders.ts';
import { MEASURES, type MeasureKinds } from '../measures/registry.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { framed, readPersona, readProbe } from './read-probe.ts';

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
  const files = await scanFolders([folder], yamlName);
  const around = { scorers, personas: [...personas.keys()], kinds, probes: [...files.keys()] };
  const loaded = new Map<string, Probe>();
  for (const [name, path] of files) {
    const probe = readProbe(path, await readFile(path, 'utf8'), around);
    loaded.set(name, framed(probe, personas));
  }
  return loaded;
}

/** Every persona of a folder, by name. @throws UserError as `loadProbes` does. */
export async function loadPersonas(folder: string): Promise<ReadonlyMap<string, Persona>> {
  const loaded = new Map<string, Persona>();
  for (const [name, path] of await scanFolders([folder], yamlName)) {
    loaded.set(name, readPersona(path, await readFile(path, 'utf8')));
  }
  return loaded;
}
