import type { Model } from '../domain/model.ts';
import type { Personas, Probes } from '../probes/catalogues.ts';
import type { Runs } from '../runs/runs.ts';
import type { Command } from './declare.ts';

/** All that the names in a command line can stand for. The app is one. */
export interface Names {
  /** With these models, or with all that there are. */
  readonly configWith: (
    models?: readonly string[],
  ) => Promise<{ readonly models: ReadonlyMap<string, Model> }>;
  readonly probes: Pick<Probes, 'names' | 'list'>;
  readonly personas: Pick<Personas, 'names' | 'list'>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly runs: Pick<Runs, 'recent'>;
}
