import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The subfolders of this name that some folders have; those that have none are left out. */
export function subfolders(folders: readonly string[], name: string): readonly string[] {
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}
