import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** A path from the root of the repository, as the guides write it: `core/runs/lease.ts`, `probes/`. */
const PATH = /`((?:bin|bots|cast|commands|core|probes|bench|docs|tests)\/[\w./-]*)`/g;

test.each([
  ['docs/architecture.md', 40],
  ['CONTRIBUTING.md', 8],
  ['README.md', 6],
])('every path that %s names is there', (page, least) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThanOrEqual(least);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
