import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

export interface Import {
  readonly from: string;
  /** A path from the root, or a package's name. */
  readonly to: string;
}

/** Every import of the files that fit a pattern, types included. */
export async function importsIn(pattern: string): Promise<readonly Import[]> {
  const found: Import[] = [];
  for await (const file of glob(pattern, { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, plain, dynamic] of text.matchAll(IMPORT)) {
      const target = plain ?? dynamic ?? '';
      const to = target.startsWith('.')
        ? relative(ROOT, resolve(ROOT, dirname(file), target))
        : target;
      found.push({ from: file, to });
    }
  }
  return found;
}
