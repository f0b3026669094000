import type { Logger } from 'pino';
import type { LabelStore } from '../calibration/label-store.ts';
import type { Command } from '../command-line/declare.ts';
import type { Comparisons } from '../comparison/comparisons.ts';
import type { Config } from '../config/types.ts';
import type { Asker } from '../domain/access.ts';
import type { Probe } from '../domain/probe.ts';
import type { UserError } from '../domain/user-error.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { Imports } from '../import/imports.ts';
import type { Models } from '../models/models.ts';
import type { Planner } from '../planning/plan.ts';
import type { Personas, Probes } from '../probes/catalogues.ts';
import type { Runs } from '../runs/runs.ts';

/** All that a command can reach. Assembled once at start; platforms and tests pass it on. */
export interface App {
  /** The configuration in force; read it anew each time, since it is reloaded when the file changes. */
  readonly config: () => Config;
  /** As `config`, after a look for servers on this machine unless it has these models; without names, all there are. */
  readonly configWith: (models?: readonly string[]) => Promise<Config>;
  /** The error in the latest edit of the file, while the one before stays in force. */
  readonly configProblem: () => UserError | undefined;
  readonly probes: Probes;
  readonly personas: Personas;
  readonly commands: ReadonlyMap<string, AppCommand>;
  readonly models: Models;
  /** All that plans are made with, as of now, for runs that ask these models. */
  readonly planner: (models?: readonly string[]) => Promise<Planner>;
  readonly runs: Runs;
  /** The statistics of runs. */
  readonly comparisons: Comparisons;
  /** Probes that a model wrote and a person has yet to approve. */
  readonly drafts: DraftStore;
  /** People's labels, to see how far a judge agrees with them. */
  readonly labels: LabelStore;
  /** Writes a probe as a file, never over another; it is one of `probes` from then on. @returns the file. */
  readonly keepProbe: (probe: Probe) => Promise<string>;
  /** Files of other projects' formats. */
  readonly imports: Imports;
  /** The time; tests set it. */
  readonly now: () => Date;
  readonly log: Logger;
}

/** All that a command works with. Its channel is unique over all platforms: budgets and histories go by it. */
export interface CommandContext extends Asker {
  readonly app: App;
}

export type AppCommand = Command<CommandContext>;
