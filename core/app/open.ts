import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { startCast } from '../../cast/server.ts';
import { createLabelStore } from '../calibration/label-store.ts';
import { loadCommands } from '../command-line/load.ts';
import { comparisonStore } from '../comparison/comparison-store.ts';
import { createComparisons } from '../comparison/create-comparisons.ts';
import { createWorkerPool } from '../comparison/worker-pool.ts';
import { withDiscovered } from '../config/discovered.ts';
import { readEnvironment } from '../config/env.ts';
import type { Config } from '../config/types.ts';
import { watchConfig } from '../config/watch.ts';
import { asUserError } from '../domain/user-error.ts';
import { createDraftStore } from '../drafts/draft-store.ts';
import { imports } from '../import/imports.ts';
import { createModels } from '../models/create-models.ts';
import { discoverLocal, type LocalServer } from '../models/discover.ts';
import { keeper } from '../probes/keep-probe.ts';
import { loadPersonas, loadProbes } from '../probes/load.ts';
import { archive } from '../runs/archive.ts';
import { createRuns } from '../runs/create-runs.ts';
import { loadScorers } from '../scoring/load.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { App, CommandContext } from './app.ts';
import { createCleanup } from './cleanup.ts';
import { ownVersion } from './version.ts';

export interface AppOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** The folders that are scanned; the core knows no command by name. */
  readonly folders: { readonly probes: URL; readonly personas: URL; readonly commands: URL };
  /** Words a second at which the simulated cast speaks; 0: at once. */
  readonly castPace?: number | undefined;
  /** True to look for model servers on this machine's usual ports. */
  readonly discover?: boolean | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface OpenApp {
  readonly app: App;
  readonly store: Store;
  /** Model servers that were found on this machine. */
  readonly discovered: readonly LocalServer[];
  /** Leaves runs under way so that they can go on later. */
  close(): Promise<void>;
}

/**
 * Reads everything that the bot is made of, and opens what it needs.
 * @throws UserError where a file, the configuration or the store is wrong.
 */
export async function openApp(options: AppOptions): Promise<OpenApp> {
  const { env, log, folders, now = () => new Date() } = options;
  const scorers = await loadScorers();
  const personas = new Map(await loadPersonas(fileURLToPath(folders.personas)));
  const [loaded, commands, version] = await Promise.all([
    loadProbes(fileURLToPath(folders.probes), scorers, personas),
    loadCommands<CommandContext>(folders.commands),
    ownVersion(),
  ]);
  const probes = new Map(loaded);
  // What was opened is closed where a later part fails: a server left open would keep the process.
  await using opened = createCleanup();
  const cast = await startCast(options.castPace === undefined ? {} : { pace: options.castPace });
  opened.defer(() => cast.close());
  const configPath = readEnvironment(env).config;
  const imported = imports({
    folders: {
      probes: fileURLToPath(folders.probes),
      personas: fileURLToPath(folders.personas),
    },
    probes,
    personas,
    scorers,
    config: configPath,
    log,
  });
  const watched = await watchConfig(configPath, {
    cast: { baseUrl: cast.url },
    env,
    onChange: (config) => {
      log.info('the configuration was read again');
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
  await imported.apply(watched.config().imports);
  const discovered = options.discover ? await discoverLocal({ ignore: [cast.url] }) : [];
  const config = (): Config => withDiscovered(watched.config(), discovered);
  const store = await openStore(config().store);
  opened.defer(() => store.close());
  const models = createModels({ config, env, log, cache: store.namespace('cache') });
  const runs = createRuns({
    archive: archive(store, ({ message }) => log.warn(message)),
    models,
    config,
    scorers,
    log,
    now,
  });
  const pool = createWorkerPool();
  opened.defer(() => pool.close());
  const app: App = {
    config,
    configProblem: watched.problem,
    probes,
    personas,
    commands,
    models,
    planner: () => ({ config: config(), scorers, version, now }),
    runs,
    comparisons: createComparisons({
      compute: pool.compare,
      store: comparisonStore(store.namespace('comparisons')),
      onUnkept: (error) => log.warn({ err: error }, 'a comparison was not kept'),
    }),
    drafts: createDraftStore(store),
    labels: createLabelStore(store),
    keepProbe: keeper(fileURLToPath(folders.probes), probes, scorers),
    imports: imported,
    now,
    log,
  };
  opened.defer(() => runs.stop());
  const parts = opened.move();
  return { app, store, discovered, close: () => parts.disposeAsync() };
}
