import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The bot's own version, as package.json has it. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
