import { readFile, stat } from 'node:fs/promises';
import { scanFolders, yamlName } from '../files/scan-folders.ts';
import type { Catalogue } from './catalogue.ts';
import { type Entry, isFresh, type ListIndex, type Stamp } from './list-index.ts';

export interface CatalogueOptions<T, Summary> {
  /** Folders of `*.yaml`; their subfolders are not looked into. Asked at each call. */
  readonly folders: () => readonly string[];
  /** Reads and checks one file. @throws UserError with the file and the line. */
  readonly read: (path: string, text: string) => Promise<T>;
  readonly summarise: (value: T) => Summary;
  /** The place in which summaries are kept from one process to the next. */
  readonly index: ListIndex<Summary>;
}

/** The value that was made of a file, and of which state of it. */
interface Read<T> {
  readonly stamp: Stamp;
  readonly value: Promise<T>;
}

/**
 * A catalogue of files. Each is read again when it has changed; a list reads only those that have
 * changed since they were last listed, by this process or another.
 */
export function fileCatalogue<T, Summary>(
  options: CatalogueOptions<T, Summary>,
): Catalogue<T, Summary> {
  const { folders, read, summarise, index } = options;
  const known = new Map<string, Read<T>>();
  const scan = () => scanFolders(folders(), yamlName);

  const readAt = (path: string, stamp: Stamp): Promise<T> => {
    const before = known.get(path);
    if (before && isFresh(before.stamp, stamp)) return before.value;
    const value = readFile(path, 'utf8').then((text) => read(path, text));
    known.set(path, { stamp, value });
    return value;
  };

  return {
    names: async () => [...(await scan()).keys()],
    get: async (name) => {
      const path = (await scan()).get(name);
      return path === undefined ? undefined : readAt(path, await stampOf(path));
    },
    list: async () => {
      const paths = [...(await scan()).values()];
      const before = await index.read();
      const entries = new Map<string, Entry<Summary>>();
      for (const path of paths) {
        const stamp = await stampOf(path);
        const kept = before.get(path);
        const fresh = kept && isFresh(kept.stamp, stamp);
        const summary = fresh ? kept.summary : summarise(await readAt(path, stamp));
        entries.set(path, { stamp, summary });
      }
      const same =
        entries.size === before.size &&
        [...entries].every(([path, one]) => before.get(path)?.summary === one.summary);
      if (!same) await index.write(entries);
      return [...entries.values()].map(({ summary }) => summary);
    },
  };
}

async function stampOf(path: string): Promise<Stamp> {
  const { size, mtimeMs, ctimeMs } = await stat(path);
  return { size, mtimeMs, ctimeMs };
}
