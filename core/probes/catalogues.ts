import { join } from 'node:path';
import type { Persona, Probe } from '../domain/probe.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Catalogue } from './catalogue.ts';
import { fileCatalogue } from './file-catalogue.ts';
import { type ListIndex, listIndex, noIndex } from './list-index.ts';
import { type ProbeSummary, summaryOf } from './summary.ts';

export type Probes = Catalogue<Probe, ProbeSummary>;
export type Personas = Catalogue<Persona>;

interface Folders {
  /** Asked at each call, since a configuration that is edited may name others. */
  readonly folders: () => readonly string[];
  /** Absent: every process reads every file that it lists. */
  readonly index?: IndexPlace | undefined;
}

/** The folder in which lists are kept, and the version of the program. */
export interface IndexPlace {
  readonly folder: string;
  readonly version: string;
}

/** The personas of some folders. */
export function personaFiles({ folders, index }: Folders): Personas {
  return fileCatalogue({
    folders,
    read: async (path, text) => (await import('./read-probe.ts')).readPersona(path, text),
    summarise: (persona) => persona,
    index: indexAt('personas', index),
  });
}

/** The probes of some folders, with the frames of the personas that conditions name put in. */
export function probeFiles(
  options: Folders & {
    readonly personas: Personas;
    readonly scorers: () => Promise<ReadonlyMap<string, Scorer>>;
  },
): Probes {
  const { folders, index, personas, scorers } = options;
  const files: Probes = fileCatalogue({
    folders,
    read: async (path, text) => {
      const [{ readProbe }, { MEASURES: kinds }] = await Promise.all([
        import('./read-probe.ts'),
        import('../measures/registry.ts'),
      ]);
      return readProbe(path, text, {
        scorers: await scorers(),
        kinds,
        personas: await personas.names(),
        probes: await files.names(),
      });
    },
    summarise: summaryOf,
    index: indexAt('probes', index),
  });
  return {
    ...files,
    get: async (name) => {
      const probe = await files.get(name);
      return probe && withFrames(probe, personas);
    },
  };
}

async function withFrames(probe: Probe, personas: Personas): Promise<Probe> {
  const names = new Set(probe.conditions.flatMap(({ persona }) => persona ?? []));
  if (names.size === 0) return probe;
  const found = await Promise.all([...names].map((name) => personas.get(name)));
  const { framed } = await import('./read-probe.ts');
  return framed(probe, new Map(found.flatMap((one) => (one ? [[one.name, one] as const] : []))));
}

function indexAt<Summary>(kind: string, place: IndexPlace | undefined): ListIndex<Summary> {
  return place ? listIndex(join(place.folder, `${kind}.index`), place.version) : noIndex();
}
