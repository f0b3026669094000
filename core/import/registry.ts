import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import type { Format } from './format.ts';
import { formatFiles } from './names.ts';

const shape = z.looseObject({
  name: z.string(),
  about: z.string(),
  general: z.int(),
  recognises: z.custom((value) => typeof value === 'function'),
  read: z.custom((value) => typeof value === 'function'),
});

/**
 * The formats that a folder has, a folder each, in the order in which a file is held against them: the
 * most general last.
 * @throws UserError where one does not export a format of the folder's own name.
 */
export async function loadFormats(folder?: string): Promise<readonly Format[]> {
  const files = [...formatFiles(folder)];
  const formats = await Promise.all(files.map(([name, file]) => loadFormat(name, file)));
  return formats.toSorted((a, b) => a.general - b.general);
}

async function loadFormat(name: string, file: string): Promise<Format> {
  const { format }: { format?: unknown } = await import(pathToFileURL(file).href);
  if (isFormat(format) && format.name === name) return format;
  throw new UserError(
    `${file} does not export a format called “${name}”.`,
    `Export \`const format: Format = { name: '${name}', about, general, recognises, read }\`.`,
    { code: 'configuration' },
  );
}

function isFormat(value: unknown): value is Format {
  return shape.safeParse(value).success;
}

/** The formats that this folder has. */
export const FORMATS: readonly Format[] = await loadFormats();
