import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { createMutex } from '../domain/mutex.ts';
import type { Persona, Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { writeFile } from '../files/write-file.ts';
import { mapCatalogue } from '../probes/catalogue.ts';
import type { Personas, Probes } from '../probes/catalogues.ts';
import { summaryOf } from '../probes/summary.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Imported, ImportOptions } from './read.ts';

/** Foreign files in a running app: read for a look, kept as files of its own, or read anew at each start. */
export interface Imports {
  /** @throws UserError */
  readonly read: (path: string, options: Omit<ImportOptions, 'scorers'>) => Promise<Imported>;
  /**
   * Writes what was read into the folder of its kind.
   * @returns the file, as people know it. @throws UserError where there is one already and `replace` is not said.
   */
  readonly keep: (imported: Imported, options: { readonly replace: boolean }) => Promise<string>;
  /** Makes known what the files of a configuration hold, and forgets what earlier calls made known. @throws UserError */
  readonly apply: (paths: readonly string[]) => Promise<void>;
  /** The probes that the latest `apply` made known. */
  readonly probes: Probes;
  readonly personas: Personas;
}

export interface ImportsOptions {
  readonly folders: { readonly probes: string; readonly personas: string };
  /** The catalogues beside, whose names are taken. */
  readonly files: { readonly probes: Probes; readonly personas: Personas };
  readonly scorers: () => Promise<ReadonlyMap<string, Scorer>>;
  /** The configuration's own path, from which the paths in it count. */
  readonly config: string;
  readonly log: Logger;
}

export function imports({ folders, files, scorers, config, log }: ImportsOptions): Imports {
  const probes = new Map<string, Probe>();
  const personas = new Map<string, Persona>();
  const exclusively = createMutex();

  const readFile = async (path: string, how: Omit<ImportOptions, 'scorers'>) => {
    const { readForeignFile } = await import('./file.ts');
    return readForeignFile(path, { ...how, scorers: await scorers() });
  };

  const isTaken = async (one: Imported, earlier: readonly Imported[]): Promise<boolean> => {
    const kept: { names(): Promise<readonly string[]> } =
      one.kind === 'probe' ? files.probes : files.personas;
    const before = earlier.some(
      (other) => other.kind === one.kind && nameOf(other) === nameOf(one),
    );
    return before || (await kept.names()).includes(nameOf(one));
  };

  return {
    probes: mapCatalogue(probes, summaryOf),
    personas: mapCatalogue(personas, (persona) => persona),
    read: readFile,
    keep: async (imported, { replace }) => {
      const folder = imported.kind === 'probe' ? folders.probes : folders.personas;
      const path = join(folder, `${nameOf(imported)}.yaml`);
      // A file of that name in another folder would stand beside it; one in this folder may be replaced.
      if (!existsSync(path) && (await isTaken(imported, []))) {
        throw taken(
          path,
          imported.kind,
          nameOf(imported),
          'Say --name to call this one something else.',
        );
      }
      await writeFile({
        path,
        shown: path,
        text: imported.yaml,
        replace,
        instead: 'Say --replace to write over it, or --name to call this one something else.',
      });
      return path;
    },
    apply: (paths) =>
      exclusively(async () => {
        const read: Imported[] = [];
        for (const path of paths) {
          const one = await readFile(resolve(dirname(resolve(config)), path), {});
          if (await isTaken(one, read)) throw taken(path, one.kind, nameOf(one));
          read.push(one);
        }
        probes.clear();
        personas.clear();
        for (const [index, one] of read.entries()) {
          if (one.kind === 'probe') probes.set(one.probe.name, one.probe);
          else personas.set(one.persona.name, one.persona);
          const about = { file: basename(paths[index] ?? ''), format: one.format };
          log.info(about, `imported the ${one.kind} ${nameOf(one)}`);
          for (const warning of one.warnings) log.warn(about, warning);
        }
      }),
  };
}

function nameOf(one: Imported): string {
  return one.kind === 'probe' ? one.probe.name : one.persona.name;
}

function taken(
  path: string,
  kind: string,
  name: string,
  hint = 'Rename the file, or import it once with --name and take it out of `imports`.',
): UserError {
  return new UserError(
    `${path} would be the ${kind} “${name}”, and there is one of that name already.`,
    hint,
    { code: 'conflict' },
  );
}
