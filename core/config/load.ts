import { readFile } from 'node:fs/promises';
import { UserError } from '../domain/user-error.ts';
import { readEnvironment } from './env.ts';
import { overridden } from './overridden.ts';
import { resolve } from './resolve.ts';
import type { Config, ConfigContext } from './types.ts';

/** The text of the file; undefined where there is no such file. @throws UserError */
export async function readConfigText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UserError(`${path} cannot be read.`, 'Check that it is a file and its permissions.', {
      cause: error,
    });
  }
}

/** The configuration in the file, or the embedded default where nobody asked for a file and none is there. @throws UserError */
export async function loadConfig(path: string, context: ConfigContext): Promise<Config> {
  return configFrom(path, await readConfigText(path), context);
}

/** @throws UserError */
export async function configFrom(
  path: string,
  text: string | undefined,
  context: ConfigContext,
): Promise<Config> {
  if (text === undefined) return withoutFile(path, context);
  // Only where there is a file: the reader is larger than all else that a small command loads.
  const { parseConfig } = await import('./parse.ts');
  return parseConfig(text, { ...context, file: path });
}

/** The embedded default. @throws UserError where somebody asked for a file. */
function withoutFile(path: string, { cast, env }: ConfigContext): Config {
  if (readEnvironment(env).configAsked) {
    throw new UserError(
      `DRAMATIS_CONFIG says ${path}, and there is no such file.`,
      'Correct the variable, or unset it to use dramatis.yaml or the embedded default.',
    );
  }
  return overridden(resolve({}, cast?.baseUrl ?? '', []), env);
}
