import type { Model } from '../domain/model.ts';
import type { Persona, Probe } from '../domain/probe.ts';
import type { Runs } from '../runs/runs.ts';
import type { Command } from './declare.ts';

/** All that the names in a command line can stand for. The app is one. */
export interface Catalogue {
  readonly config: () => { readonly models: ReadonlyMap<string, Model> };
  readonly probes: ReadonlyMap<string, Probe>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly runs: Pick<Runs, 'recent'>;
}
