import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The file of a kind's folder that declares it; the second once types are stripped. */
const DECLARATIONS = ['chart.ts', 'chart.js'];

/** The file that declares a kind, in the order of their names. Nothing is loaded. */
export function chartFiles(folder: string = import.meta.dirname): ReadonlyMap<string, string> {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return new Map(
    folders.flatMap((name) => {
      const file = DECLARATIONS.map((one) => join(folder, name, one)).find((one) =>
        existsSync(one),
      );
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
}
