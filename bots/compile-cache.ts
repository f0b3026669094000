import { lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the packages, where whoever can write can write the code itself; else in the person's own cache. */
const FOLDERS = [
  fileURLToPath(new URL('../node_modules/.cache/dramatis/', import.meta.url)),
  join(homedir(), '.cache', 'dramatis'),
];

/**
 * Keeps what Node makes of each module, so that a second start need not strip and compile it again.
 * Not in the folder that Node takes by itself: that stands in `/tmp`, where another person of the
 * machine may have put code for us to run. Modules that were imported before this call are not kept.
 */
export function keepCompiled(folders: readonly string[] = FOLDERS): void {
  const folder = folders.find(isOurs);
  if (folder !== undefined) enableCompileCache(folder);
}

/** Does the folder belong to whoever runs this, so that nobody else can write into it? */
export function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const own = process.getuid === undefined || process.getuid() === uid;
    return own && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}
