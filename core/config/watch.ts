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
  /** Milliseconds between two looks at the file; 500 unless told. */
  readonly everyMs?: number;
}

/**
 * Loads the file and reads it again twice a second. It does not listen for events, so that a file
 * that an editor replaces, that sits behind a symbolic link or on a mounted volume, or that comes
 * into being later, is seen all the same. A change counts once two looks agree on it, so that a file
 * half written is passed over.
 * @throws Problem where the file is wrong at the start
 */
export async function watchConfig(path: string, options: WatchOptions): Promise<WatchedConfig> {
  let seen: string | Problem | undefined = await readConfigText(path);
  let last: string | Problem | undefined = seen;
  let config = configFrom(path, seen, options);
  let problem: Problem | undefined;
  let busy = false;

  const read = async (): Promise<void> => {
    const next = await readConfigText(path).catch(asProblem);
    const settled = same(next, last);
    last = next;
    if (!settled || same(next, seen)) return;
    seen = next;
    try {
      if (next instanceof Problem) throw next;
      if (next === undefined) throw gone(path);
      config = configFrom(path, next, options);
      problem = undefined;
    } catch (error) {
      problem = asProblem(error);
    }
    if (problem === undefined) options.onChange?.(config);
    else options.onProblem?.(problem);
  };
  const look = (): void => {
    if (busy) return;
    busy = true;
    void read().finally(() => {
      busy = false;
    });
  };
  const timer = setInterval(look, options.everyMs ?? 500).unref();

  return {
    config: () => config,
    problem: () => problem,
    close: () => clearInterval(timer),
  };
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Problem && b instanceof Problem && a.message === b.message);

const gone = (path: string): Problem =>
  new Problem(
    `${path} is gone; the configuration that stood in it stays in force.`,
    'Put the file back, or start again without it.',
  );
