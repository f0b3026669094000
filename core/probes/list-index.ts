import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The facts that tell if a file has changed: nobody can write to it and leave its change time as it was. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export interface Entry<Summary> {
  readonly stamp: Stamp;
  readonly summary: Summary;
}

type Entries<Summary> = ReadonlyMap<string, Entry<Summary>>;

/** Summaries of files by their paths. They are what is listed; what is run is read from its file. */
export interface ListIndex<Summary> {
  /** Empty where there is none, or it was not written by this version as it stands. */
  read(): Promise<Entries<Summary>>;
  /** Best effort: where nothing can be written, files are read anew by the next process. */
  write(entries: Entries<Summary>): Promise<void>;
}

export function isFresh(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

/** @param version of the program: another may summarise otherwise. */
export function listIndex<Summary>(path: string, version: string): ListIndex<Summary> {
  let known: Promise<Entries<Summary>> | undefined;
  return {
    read: () => {
      known ??= readFile(path, 'utf8').then(
        (text) => parse<Summary>(text, version),
        () => new Map(),
      );
      return known;
    },
    write: async (entries) => {
      known = Promise.resolve(entries);
      const own = `${path}.${process.pid}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(own, format(entries, version));
        await rename(own, path);
      } catch {
        // The next process reads the files themselves.
      }
    },
  };
}

/** A first line that the rest has to fit, so that what was edited by hand or cut short is not believed. */
function format(entries: Entries<unknown>, version: string): string {
  const body = JSON.stringify([...entries]);
  return `${digest(version, body)}\n${body}\n`;
}

function parse<Summary>(text: string, version: string): Entries<Summary> {
  const [first, body = ''] = text.split('\n');
  return first === digest(version, body) ? new Map(JSON.parse(body)) : new Map();
}

function digest(version: string, body: string): string {
  return hash('sha256', `${version}\n${body}`);
}

/** Keeps nothing. */
export function noIndex<Summary>(): ListIndex<Summary> {
  return { read: async () => new Map(), write: async () => {} };
}
