// @ts-check
// JavaScript, since it has to be there before Node strips types from anything: a process that finds all of
// its modules in the cache never loads what strips them, which takes 50 ms and 17 MB.
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
 * Does the folder belong to whoever runs this, so that nobody else can write into it? It is made where
 * it is missing.
 * @param {string} folder
 */
export function isOurs(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const own = process.getuid === undefined || process.getuid() === uid;
    return own && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}

// Keeps what Node makes of each module that is imported from here on, for the next start. Not in the folder
// that Node takes by itself: that stands in `/tmp`, where another person of the machine may have put code
// for us to run.
const folder = FOLDERS.find(isOurs);
if (folder !== undefined) enableCompileCache(folder);
