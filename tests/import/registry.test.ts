import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../core/import/names.ts';
import { readForeign } from '../../core/import/read.ts';
import { FORMATS, loadFormats } from '../../core/import/registry.ts';
import { loadScorers } from '../../core/scoring/load.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function addFormat(name: string, source: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'format.ts'), source);
}

/** Reads `{ "haiku": "…" }` as a persona. */
const HAIKU = `export const format = {
  name: 'haiku',
  about: 'a poem that somebody speaks in',
  general: 0,
  recognises: ({ form, value }) => form === 'tree' && value !== null && typeof value === 'object' && 'haiku' in value,
  read: ({ value }) => ({ kind: 'persona', persona: { label: 'Haiku', about: 'Speaks in poems.', system: value.haiku } }),
};`;

test('a format is added by one folder', async () => {
  await addFormat('haiku', HAIKU);
  const formats = await loadFormats(folder);
  const foreign = { file: 'pond.json', bytes: Buffer.from('{"haiku":"An old silent pond"}') };
  const read = readForeign(foreign, { scorers: await loadScorers(), formats });
  expect(read).toMatchObject({
    kind: 'persona',
    format: 'haiku',
    persona: { name: 'haiku', system: 'An old silent pond' },
  });
});

test('a folder whose format has another name is named, with what to do', async () => {
  await addFormat('tanka', HAIKU);
  await expect(loadFormats(folder)).rejects.toMatchObject({
    message: expect.stringMatching(/tanka.format\.ts does not export a format called “tanka”/),
    hint: expect.stringContaining("name: 'tanka'"),
  });
});

test('every format of the project is offered by its folder’s name, the most general last', () => {
  expect(FORMATS.map(({ name }) => name).toSorted()).toEqual(FORMAT_NAMES);
  expect(FORMATS.at(-1)?.name).toBe('promptfoo');
  const places = ['trait', 'role'].map((name) => FORMATS.findIndex((one) => one.name === name));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
