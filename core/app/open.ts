import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { readEnvironment } from '../config/env.ts';
import { foldersFrom, requireFolders } from '../config/team-folders.ts';
import { watchConfig } from '../config/watch.ts';
import { once } from '../domain/once.ts';
import { asUserError, type UserError } from '../domain/user-error.ts';
import { subfolders } from '../files/subfolders.ts';
import { imports } from '../import/imports.ts';
import type { LocalServer } from '../models/discover.ts';
import { joined, prepared } from '../probes/catalogue.ts';
import { personaFiles, probeFiles } from '../probes/catalogues.ts';
import { lazyRuns } from '../runs/lazy-runs.ts';
import { lazyStore } from '../store/lazy-store.ts';
import type { Store } from '../store/store.ts';
import type { App, AppCommand } from './app.ts';
import { createCleanup } from './cleanup.ts';
import { lazyComparisons, lazyDrafts, lazyLabels } from './lazy-parts.ts';
import { type Cast, reachModels } from './reach-models.ts';
import { ownVersion } from './version.ts';

export interface AppOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** Those that ship; they are scanned when something of theirs is asked for, beside those of the data and the team. */
  readonly folders: { readonly probes: readonly URL[]; readonly personas: readonly URL[] };
  /** The commands that can be given here, by name. */
  readonly commands: ReadonlyMap<string, AppCommand>;
  /** Starts the simulated models; called only where one of them is asked or listed. */
  readonly startCast: () => Promise<Cast>;
  /** True to look for model servers on this machine's usual ports. */
  readonly discover?: boolean | undefined;
  /**
   * Trials and judgements up to which a run is compared in this very thread and holds up all else: for a
   * process that does nothing beside. A thread for it takes longer to start than most runs to compare.
   */
  readonly compareHere?: number | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface OpenApp {
  readonly app: App;
  readonly store: Store;
  /** Opens and checks at once what else would be at its first use. @throws UserError */
  ready(): Promise<void>;
  /** Model servers that listen on this machine. */
  localServers(): Promise<readonly LocalServer[]>;
  /** Leaves runs under way so that they can go on later. */
  close(): Promise<void>;
}

/**
 * Reads the configuration. Every other part is loaded, opened or read when it is first asked for.
 * @throws UserError where the configuration is wrong.
 */
export async function openApp(options: AppOptions): Promise<OpenApp> {
  const { env, log, commands, startCast, now = () => new Date() } = options;
  const { config: configPath, data } = readEnvironment(env);
  const version = await ownVersion();
  // What was opened is closed where a later part fails: a server left open would keep the process.
  await using opened = createCleanup();
  const watched = await watchConfig(configPath, {
    env,
    onChange: (config) => {
      log.info('the configuration was read again');
      if (!importsApplied.begun()) return;
      imported.apply(config.imports).catch((error: unknown) => {
        const { message } = asUserError(error);
        log.error(`What was imported before stays in force. ${message}`);
      });
    },
    onProblem: (error) =>
      log.error(
        `The configuration was edited, and the one before stays in force. ${error.message}`,
      ),
  });
  opened.defer(() => watched.close());

  const teamFolders = () => foldersFrom(configPath, watched.config().folders);
  const shipped = {
    probes: options.folders.probes.map((folder) => fileURLToPath(folder)),
    personas: options.folders.personas.map((folder) => fileURLToPath(folder)),
  };
  const foldersOf = (kind: keyof typeof shipped) => () => [
    ...shipped[kind],
    ...subfolders([data, ...teamFolders()], kind),
  ];
  const scorers = once(async () => {
    const { loadScorers } = await import('../scoring/load.ts');
    return loadScorers(undefined, subfolders(teamFolders(), 'scorers'));
  });
  const index = { folder: data, version };
  const personas = personaFiles({ folders: foldersOf('personas'), index });
  const files = {
    personas,
    probes: probeFiles({ folders: foldersOf('probes'), index, personas, scorers }),
  };
  const kept = { probes: join(data, 'probes'), personas: join(data, 'personas') };
  const imported = imports({
    folders: kept,
    files,
    scorers,
    config: configPath,
    log,
  });
  const importsApplied = once(() => imported.apply(watched.config().imports));

  const store = lazyStore(async () => {
    const { openStore } = await import('../store/open.ts');
    return openStore(watched.config().store);
  });
  opened.defer(() => store.close());
  const reach = reachModels({
    read: watched.config,
    env,
    log,
    cache: store.namespace('cache'),
    startCast,
    discover: options.discover ?? false,
  });
  opened.defer(() => reach.close());
  const { config, models } = reach;
  const runs = lazyRuns(async () => {
    const [{ createRuns }, { archive }] = await Promise.all([
      import('../runs/create-runs.ts'),
      import('../runs/archive.ts'),
    ]);
    const warn = ({ message }: UserError) => log.warn(message);
    return createRuns({ archive: archive(store, warn), models, config, scorers, log, now });
  });
  opened.defer(() => runs.stop());

  const comparisons = lazyComparisons(store, log, options.compareHere ?? 0);
  opened.defer(() => comparisons.close());
  const app: App = {
    config,
    configWith: reach.configWith,
    configProblem: watched.problem,
    probes: joined(files.probes, prepared(imported.probes, importsApplied)),
    personas: joined(files.personas, prepared(imported.personas, importsApplied)),
    commands,
    models,
    planner: async (models = []) => ({
      config: await reach.configWith(models),
      scorers: await scorers(),
      version,
      now,
    }),
    runs: {
      ...runs,
      // It may ask models of servers that have yet to be found.
      resume: async (id) => {
        await reach.configWith();
        return runs.resume(id);
      },
    },
    comparisons,
    drafts: lazyDrafts(store),
    labels: lazyLabels(store),
    keepProbe: async (probe) => {
      const { keepProbe } = await import('../probes/keep-probe.ts');
      return keepProbe(probe, kept.probes, await scorers(), await app.probes.names());
    },
    imports: imported,
    log,
    now,
  };
  const parts = opened.move();
  return {
    app,
    store,
    ready: async () => {
      requireFolders(teamFolders());
      await Promise.all([store.open(), app.probes.list(), app.personas.list(), scorers()]);
    },
    localServers: reach.localServers,
    close: () => parts.disposeAsync(),
  };
}
