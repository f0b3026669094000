import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { importModule, isModule, moduleName } from '../../core/files/modules.ts';

test.each([
  ['run.ts', 'run'],
  ['run.js', 'run'],
  ['judge-label.mjs', 'judge-label'],
  ['v1.2.mts', 'v1.2'],
])('%s is the module %s', (file, name) => {
  expect(isModule(file)).toBe(true);
  expect(moduleName(file)).toBe(name);
});

test.each(['run.d.ts', 'run.d.mts', 'run.js.map', 'README.md', 'notes.json', 'js', 'old.cjs'])(
  '%s is none',
  (file) => {
    expect(isModule(file)).toBe(false);
  },
);

test('a module is imported by its address, and what is wrong in it is thrown as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modules-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const write = async (name: string, text: string): Promise<URL> => {
    await writeFile(join(folder, name), text);
    return pathToFileURL(join(folder, name));
  };
  const good = await write('good.mjs', 'export const answer = 42;');
  await expect(importModule(good)).resolves.toMatchObject({ answer: 42 });
  const bad = await write('bad.mjs', 'throw new RangeError("out of range");');
  await expect(importModule(bad)).rejects.toThrow(RangeError);
});
