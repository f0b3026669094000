import { mkdir, writeFile as write } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../domain/user-error.ts';

export interface Written {
  readonly path: string;
  /** The file as people know it. */
  readonly shown: string;
  readonly text: string;
  /** True where one that is there may be written over. */
  readonly replace?: boolean;
  /** Advice where it may not: a sentence. */
  readonly instead: string;
}

/** Writes a file into a folder, which is made where it is missing. @throws UserError where there is a file already, or it cannot be written. */
export async function writeFile(file: Written): Promise<void> {
  const { path, shown, text, replace = false, instead } = file;
  try {
    await mkdir(dirname(path), { recursive: true });
    await write(path, text, { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new UserError(`There is a file ${shown} already.`, instead);
    }
    throw new UserError(
      `${shown} could not be written.`,
      'See whether the folder may be written to.',
      {
        cause: error,
      },
    );
  }
}
