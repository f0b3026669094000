import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './imports.ts';

const SOURCES = '{bots,cast,commands,core,docs}/**/*.{ts,js,css}';
const files = await Array.fromAsync(glob(SOURCES, { cwd: ROOT }));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Longer than any file should be; data and generated files have no such limit. */
const LONGEST = 250;

test('no source file is longer than 250 lines', () => {
  expect(files.length).toBeGreaterThan(400);
  const long = files
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long).toEqual([]);
});

test('files are named in kebab-case', async () => {
  const all = [...files, ...(await Array.fromAsync(glob('tests/**/*.ts', { cwd: ROOT })))];
  const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.property)?(\.test|\.d|\.smoke|\.config)?\.(ts|js|css)$/;
  expect(all.filter((file) => !name.test(basename(file)))).toEqual([]);
});

test('a doc comment begins with what the thing is or does', () => {
  const wrong = files.flatMap((file) =>
    [...read(file).matchAll(/\/\*\*\s*(?:\n\s*\* )?((?:What|Whether|Where) [^\n]*)/g)].map(
      ([, comment]) => `${file}: ${comment}`,
    ),
  );
  expect(wrong).toEqual([]);
});
