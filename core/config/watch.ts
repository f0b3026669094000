import { asUserError, UserError } from '../domain/user-error.ts';
import { configFrom, readConfigText } from './load.ts';
import type { Config, ConfigContext } from './types.ts';

export interface WatchedConfig {
  /** The configuration in force: that of the latest edit without a mistake. */
  config(): Config;
  /** The mistake in the latest edit, if there is one. */
  problem(): UserError | undefined;
  close(): void;
}

export interface WatchOptions extends ConfigContext {
  readonly onChange?: (config: Config) => void;
  readonly onProblem?: (error: UserError) => void;
  /** Milliseconds between two looks at the file; 500 unless told. */
  readonly everyMs?: number;
}

/**
 * Loads the file and reads it again twice a second. It does not listen for events, so that a file
 * that an editor replaces, that sits behind a symbolic link or on a mounted volume, or that comes
 * into being later, is seen all the same. A change counts once two looks agree on it, so that a file
 * half written is passed over.
 * @throws UserError where the file is wrong at the start
 */
export async function watchConfig(path: string, options: WatchOptions): Promise<WatchedConfig> {
  let seen: string | UserError | undefined = await readConfigText(path);
  let last: string | UserError | undefined = seen;
  let config = await configFrom(path, seen, options);
  let error: UserError | undefined;
  let busy = false;

  const read = async (): Promise<void> => {
    const next = await readConfigText(path).catch(asUserError);
    const settled = same(next, last);
    last = next;
    if (!settled || same(next, seen)) return;
    seen = next;
    try {
      if (next instanceof UserError) throw next;
      if (next === undefined) throw gone(path);
      config = await configFrom(path, next, options);
      error = undefined;
    } catch (thrown) {
      error = asUserError(thrown);
    }
    if (error === undefined) options.onChange?.(config);
    else options.onProblem?.(error);
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
    problem: () => error,
    close: () => clearInterval(timer),
  };
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof UserError && b instanceof UserError && a.message === b.message);

const gone = (path: string): UserError =>
  new UserError(
    `${path} is gone; the configuration that stood in it stays in force.`,
    'Put the file back, or start again without it.',
  );
