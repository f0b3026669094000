import { readFile } from 'node:fs/promises';
import { packageFile } from '../files/package-files.ts';

/** The bot's own version, as package.json has it. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(packageFile('package.json'), 'utf8');
  const { version }: { readonly version?: unknown } = JSON.parse(text);
  if (typeof version === 'string') return version;
  throw new Error('package.json has no version');
}
