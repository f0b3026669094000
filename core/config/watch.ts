import { unwatchFile, watchFile } from 'node:fs';
import { asProblem, Problem } from '../problem.ts';
import { configFrom, readConfigText } from './load.ts';
import type { ConfigContext } from './parse.ts';
import type { Config } from './types.ts';

export interface WatchedConfig {
  /** The configuration in force: that of the latest edit without a mistake. */
  config(): Config;
  /** What is wrong with the latest edit, if anything. */
  problem(): Problem | undefined;
  close(): void;
}

export interface WatchOptions extends ConfigContext {
  readonly onChange?: (config: Config) => void;
  readonly onProblem?: (problem: Problem) => void;
  /** Milliseconds between two looks at the file. */
  readonly everyMs?: number;
}

/**
 * Loads the file and reads it again whenever it changes. It looks at the file's path once a second
 * rather than listening for events, so that a file that an editor replaces, that sits behind a
 * symbolic link or on a mounted volume, or that comes into being later, is seen all the same.
 * @throws Problem where the file is wrong at the start
 */
export async function watchConfig(path: string, options: WatchOptions): Promise<WatchedConfig> {
  let text = await readConfigText(path);
  let config = configFrom(path, text, options);
  let problem: Problem | undefined;
  let reading = Promise.resolve();

  const read = async (): Promise<void> => {
    try {
      const next = await readConfigText(path);
      if (next === text && problem === undefined) return;
      if (next === undefined && text !== undefined) throw gone(path);
      config = configFrom(path, next, options);
      text = next;
      problem = undefined;
    } catch (error) {
      problem = asProblem(error);
    }
    if (problem === undefined) options.onChange?.(config);
    else options.onProblem?.(problem);
  };
  const look = (): void => {
    reading = reading.then(read);
  };
  watchFile(path, { interval: options.everyMs ?? 1000, persistent: false }, look);

  return {
    config: () => config,
    problem: () => problem,
    close: () => unwatchFile(path, look),
  };
}

const gone = (path: string): Problem =>
  new Problem(
    `${path} is gone; the configuration that stood in it stays in force.`,
    'Put the file back, or start again without it.',
  );
