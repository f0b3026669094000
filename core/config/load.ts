import { readFile } from 'node:fs/promises';
import { UserError } from '../domain/user-error.ts';
import { readEnvironment } from './env.ts';
import { type ConfigContext, parseConfig } from './parse.ts';
import type { Config } from './types.ts';

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
export function configFrom(path: string, text: string | undefined, context: ConfigContext): Config {
  if (text === undefined && readEnvironment(context.env).configAsked) {
    throw new UserError(
      `DRAMATIS_CONFIG says ${path}, and there is no such file.`,
      'Correct the variable, or unset it to use dramatis.yaml or the embedded default.',
    );
  }
  return parseConfig(text ?? '', { ...context, file: path });
}
