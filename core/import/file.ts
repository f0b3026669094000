import { readFile } from '../files/read-file.ts';
import { BOUNDS } from './limits.ts';
import { type Imported, type ImportOptions, readForeign } from './read.ts';
import { besideFile } from './sibling-files.ts';

/** As `readForeign`, for a path on this machine. @throws UserError also where there is no such file. */
export async function readForeignFile(path: string, options: ImportOptions): Promise<Imported> {
  return readForeign(
    { file: path, bytes: await readFile(path, BOUNDS.file), beside: besideFile(path) },
    options,
  );
}
