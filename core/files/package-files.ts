import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The places of the files that ship. In the repository modules are `.ts` and stand beside the data; in the
 * package they are built, `.js`, and stand under `dist/` in the same folders, while data stays where it is.
 */
const ENDING = extname(fileURLToPath(import.meta.url));
const MODULES = new URL('../../', import.meta.url);
const PACKAGE = ENDING === '.ts' ? MODULES : new URL('../', MODULES);

/** True in the repository, whose modules are run as they are written. */
export const IS_SOURCE = ENDING === '.ts';

/** A data file or a folder of them, by its path from the root of the repository. */
export function packageFile(path: string): URL {
  return new URL(path, PACKAGE);
}

/** A folder of modules, by its path from the root of the repository, with a slash at its end. */
export function moduleFolder(path: `${string}/`): URL {
  return new URL(path, MODULES);
}

/** A module, by its path from the root of the repository without the ending. */
export function moduleFile(path: string): URL {
  return new URL(`${path}${ENDING}`, MODULES);
}
