import { readFile as read, stat } from 'node:fs/promises';
import { UserError } from '../domain/user-error.ts';

const MB = 1024 * 1024;

/**
 * The bytes of a file that somebody named. @param most bytes.
 * @throws UserError where there is none, it is a folder or a device, or it is larger.
 */
export async function readFile(path: string, most: number): Promise<Uint8Array> {
  try {
    // Before it is opened: a pipe would never be.
    const about = await stat(path);
    if (about.isFile() && about.size <= most) return await read(path);
    throw new UserError(
      about.isFile() ? `${path} is larger than ${most / MB} MB.` : `${path} is not a file.`,
      'Give the path of one file, or of a part of it.',
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} cannot be read.`, 'Check the path and its permissions.', {
      cause: error,
    });
  }
}
