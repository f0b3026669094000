import { access, readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../core/domain/user-error.ts';
import type { PlatformDeclaration } from './platform.ts';

const HERE = new URL('./', import.meta.url);
/** `start.ts`, or `start.js` where it is built. */
const START = `start${extname(fileURLToPath(import.meta.url))}`;

/**
 * The platforms that have a folder here, in the order of the folders' names.
 * @throws UserError with the file, for one that declares none.
 */
export async function findPlatforms(
  folder: URL = HERE,
  start = START,
): Promise<readonly PlatformDeclaration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/${start}`)
    .sort();
  const found = await Promise.all(files.map((file) => declarationIn(folder, file)));
  return found.filter((declaration) => declaration !== undefined);
}

async function declarationIn(folder: URL, file: string): Promise<PlatformDeclaration | undefined> {
  const url = new URL(file, folder);
  const exists = await access(url).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  const { declaration }: { declaration?: unknown } = await import(url.href);
  if (isDeclaration(declaration)) return declaration;
  throw new UserError(
    `bots/${file} declares no platform.`,
    'Export a `declaration` as bots/platform.ts describes it.',
    { code: 'configuration' },
  );
}

function isDeclaration(value: unknown): value is PlatformDeclaration {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'variables' in value &&
    Array.isArray(value.variables) &&
    'start' in value &&
    typeof value.start === 'function'
  );
}
