import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { readEnvironment } from './env.ts';

/** The folders of a configuration as paths of this machine: they count from the file that names them. */
export function foldersFrom(configPath: string, folders: readonly string[]): readonly string[] {
  return folders.map((folder) => resolve(dirname(resolve(configPath)), folder));
}

/** @throws UserError where one of them is not there. */
export function requireFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    if (existsSync(folder)) continue;
    throw new UserError(
      `\`folders\` names ${folder}, and there is no such folder.`,
      'Correct the path in the configuration; it counts from the folder of that file.',
      { code: 'configuration' },
    );
  }
}

/**
 * The folders that a team keeps its own commands in, among other things. The file is read whole only where
 * it names some: help and completion come without it otherwise.
 * @throws UserError where the configuration is wrong.
 */
export async function teamFolders(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const { config: path } = readEnvironment(env);
  // A file that cannot be read is told of where it is read in earnest.
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!/^folders\s*:/m.test(text)) return [];
  const { loadConfig } = await import('./load.ts');
  const { folders } = await loadConfig(path, { env });
  return foldersFrom(path, folders);
}
