import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../domain/user-error.ts';

/**
 * The files of some folders (not of their subfolders) that have a name of the sort that is looked for:
 * each path by that name, in the order of the files.
 * @param nameOf undefined for files of another sort.
 * @throws UserError where a folder is not there, or two files have one name.
 */
export async function scanFolders(
  folders: readonly (string | URL)[],
  nameOf: (file: string) => string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const found = (await Promise.all(folders.map(filesIn))).flat();
  const paths = new Map<string, string>();
  for (const { file, path } of found.sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const name = nameOf(file);
    if (name === undefined) continue;
    const other = paths.get(name);
    if (other !== undefined) {
      throw new UserError(`${other} and ${path} have the same name.`, 'Rename one of them.', {
        code: 'conflict',
      });
    }
    paths.set(name, path);
  }
  return paths;
}

/** A YAML file's name without its ending; undefined for other files. */
export function yamlName(file: string): string | undefined {
  return file.endsWith('.yaml') ? file.slice(0, -'.yaml'.length) : undefined;
}

async function filesIn(place: string | URL) {
  const folder = typeof place === 'string' ? place : fileURLToPath(place);
  try {
    return (await readdir(folder)).map((file) => ({ file, path: join(folder, file) }));
  } catch (error) {
    throw new UserError(`The folder ${folder} cannot be read.`, 'Check that it is there.', {
      cause: error,
      code: 'configuration',
    });
  }
}
