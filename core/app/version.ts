import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { packageFile } from '../files/package-files.ts';

/** The bot's own version, as package.json has it. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(packageFile('package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
