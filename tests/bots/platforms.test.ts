import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { findPlatforms } from '../../bots/platforms.ts';

/** A folder with a folder for each platform, by the text of its start file. */
async function folderOf(starts: Readonly<Record<string, string>>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'platforms-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(starts)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'start.mjs'), text);
  }
  await mkdir(join(folder, 'no-platform'));
  return pathToFileURL(`${folder}/`);
}

const DECLARED =
  'export const declaration = { name: "One", variables: [], start: async () => {} };';

test('a platform is a folder with a start file, found in the order of the folders', async () => {
  const folder = await folderOf({ second: DECLARED.replace('One', 'Two'), first: DECLARED });
  const found = await findPlatforms(folder, 'start.mjs');
  expect(found.map(({ name }) => name)).toEqual(['One', 'Two']);
});

test.each([
  'export const other = 1;',
  'export const declaration = undefined;',
  'export const declaration = null;',
  DECLARED.replace('"One"', '1'),
  DECLARED.replace('[]', '{}'),
  DECLARED.replace('async () => {}', '1'),
])('one that declares none is named: %s', async (text) => {
  const folder = await folderOf({ wrong: text });
  await expect(findPlatforms(folder, 'start.mjs')).rejects.toMatchObject({
    message: 'bots/wrong/start.mjs declares no platform.',
    code: 'configuration',
  });
});

test('what ships: the four, of which a start without tokens starts none but the local channel', async () => {
  const found = await findPlatforms();
  expect(found.map(({ name }) => name)).toEqual([
    'The local channel',
    'Discord',
    'Slack',
    'The terminal',
  ]);
  const context = { env: {}, store: undefined as never, dispatcher: undefined as never };
  for (const { start } of found.slice(1)) expect(await start(context)).toBeUndefined();
});
