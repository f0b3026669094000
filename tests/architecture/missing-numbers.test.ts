import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** A figure in place of one that is missing. */
const STAND_IN = /\?\? *(-?\d|Number\.|''|"")/;

test('in the statistics no number stands in for one that is missing', async () => {
  const found: string[] = [];
  let files = 0;
  for await (const file of glob('core/{statistics,measures,comparison}/**/*.ts', { cwd: ROOT })) {
    files += 1;
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .forEach((line, at) => {
        if (STAND_IN.test(line)) found.push(`${file}:${at + 1} ${line.trim()}`);
      });
  }
  expect(files).toBeGreaterThan(80);
  expect(found).toEqual([]);
});
