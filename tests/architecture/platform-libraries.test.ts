import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const STATIC = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/g;

/** All that is loaded with a file: the packages, and the files, by their static imports. */
async function loadedWith(file: string, loaded = new Set<string>()): Promise<Set<string>> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = await readFile(join(ROOT, file), 'utf8');
  for (const [, target = ''] of text.matchAll(STATIC)) {
    if (target.startsWith('.')) {
      await loadedWith(relative(ROOT, resolve(ROOT, dirname(file), target)), loaded);
    } else loaded.add(target);
  }
  return loaded;
}

const STARTS = await Array.fromAsync(glob('bots/*/start.ts', { cwd: ROOT }));

test('the four platforms declare themselves', () => {
  expect(STARTS.toSorted()).toEqual([
    'bots/browser/start.ts',
    'bots/discord/start.ts',
    'bots/slack/start.ts',
    'bots/terminal/start.ts',
  ]);
});

test.each(STARTS)('%s loads no library of its platform, and draws nothing', async (file) => {
  const loaded = [...(await loadedWith(file))];
  expect(loaded.length).toBeGreaterThan(1);
  const heavy =
    /^(@slack\/|discord|hono|@hono\/|log-update)|^core\/(charts\/(?!on-demand)|views\/|models\/|store\/)/;
  expect(loaded.filter((each) => heavy.test(each))).toEqual([]);
});
