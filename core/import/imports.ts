import { basename, dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Persona, Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import { writeFile } from '../files/write-file.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { readForeignFile } from './file.ts';
import type { Imported, ImportOptions } from './read.ts';

/** Foreign files in a running lab: read for a look, kept as files of its own, or read anew at each start. */
export interface Imports {
  /** @throws UserError */
  readonly read: (path: string, options: Omit<ImportOptions, 'scorers'>) => Promise<Imported>;
  /**
   * Writes what was read into the folder of its kind and makes it known at once.
   * @returns the file, as people know it. @throws UserError where there is one already and `replace` is not said.
   */
  readonly keep: (imported: Imported, options: { readonly replace: boolean }) => Promise<string>;
  /** Makes known what the files of a configuration hold, and forgets what earlier calls made known. @throws UserError */
  readonly apply: (paths: readonly string[]) => Promise<void>;
}

export interface ImportsOptions {
  readonly folders: { readonly probes: string; readonly personas: string };
  readonly probes: Map<string, Probe>;
  readonly personas: Map<string, Persona>;
  readonly scorers: ReadonlyMap<string, Scorer>;
  /** The configuration's own path, from which the paths in it count. */
  readonly config: string;
  readonly log: Logger;
}

export function imports(options: ImportsOptions): Imports {
  const { folders, probes, personas, scorers, log } = options;
  let applied: readonly Imported[] = [];
  const nameOf = (one: Imported) => (one.kind === 'probe' ? one.probe.name : one.persona.name);
  const add = (one: Imported): void => {
    if (one.kind === 'probe') probes.set(one.probe.name, one.probe);
    else personas.set(one.persona.name, one.persona);
  };
  const remove = (one: Imported): void => {
    if (one.kind === 'probe') probes.delete(one.probe.name);
    else personas.delete(one.persona.name);
  };
  const same = (a: Imported, b: Imported) => a.kind === b.kind && nameOf(a) === nameOf(b);
  const isTaken = (one: Imported, earlier: readonly Imported[]): boolean => {
    const known = (one.kind === 'probe' ? probes : personas).has(nameOf(one));
    const own = applied.some((other) => same(one, other));
    return (known && !own) || earlier.some((other) => same(one, other));
  };

  return {
    read: (path, how) => readForeignFile(path, { ...how, scorers }),
    keep: async (imported, { replace }) => {
      const folder = imported.kind === 'probe' ? folders.probes : folders.personas;
      const file = `${nameOf(imported)}.yaml`;
      const shown = imported.kind === 'probe' ? `probes/${file}` : `probes/personas/${file}`;
      await writeFile({
        path: join(folder, file),
        shown,
        text: imported.yaml,
        replace,
        instead: 'Say --replace to write over it, or --name to call this one something else.',
      });
      add(imported);
      return shown;
    },
    apply: inTurn(async (paths) => {
      const read: Imported[] = [];
      for (const path of paths) {
        const found = resolve(dirname(resolve(options.config)), path);
        const one = await readForeignFile(found, { scorers });
        if (isTaken(one, read)) throw taken(path, one.kind, nameOf(one));
        read.push(one);
      }
      applied.forEach(remove);
      read.forEach(add);
      applied = read;
      for (const [index, one] of read.entries()) {
        const about = { file: basename(paths[index] ?? ''), format: one.format };
        log.info(about, `imported the ${one.kind} ${nameOf(one)}`);
        for (const warning of one.warnings) log.warn(about, warning);
      }
    }),
  };
}

/** Begins only when the call before has ended, well or not. */
function inTurn<T>(act: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (value) => {
    const next = last.then(() => act(value));
    last = next.catch(() => {});
    return next;
  };
}

function taken(path: string, kind: string, name: string): UserError {
  return new UserError(
    `${path} would be the ${kind} “${name}”, and there is one of that name already.`,
    'Rename the file, or import it once with --name and take it out of `imports`.',
  );
}
