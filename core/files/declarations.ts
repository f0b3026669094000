import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files that declare what a folder has one subfolder each of, by subfolder, in the order of their names:
 * `KIND/chart.ts`, or `.js` once types are stripped. Nothing is loaded.
 * @param declaration the file's name without its ending.
 */
export function declarationsIn(folder: string, declaration: string): ReadonlyMap<string, string> {
  const subfolders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return new Map(
    subfolders.flatMap((name) => {
      const files = ['ts', 'js'].map((ending) => join(folder, name, `${declaration}.${ending}`));
      const file = files.find((one) => existsSync(one));
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
}
