import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Imports that are loaded with the file: not those of types alone, nor those that are waited for. */
const LOADED = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'([^']+)'/g;

/** Files and packages that are loaded with any of these. */
function loadedWith(...starts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, target = ''] of text.matchAll(LOADED)) {
      if (target.startsWith('.')) visit(relative(ROOT, resolve(ROOT, dirname(file), target)));
      else seen.add(target);
    }
  };
  for (const start of starts) visit(start);
  return seen;
}

const filesOf = (platform: string): readonly string[] =>
  globSync(`bots/${platform}/**/*.ts`, { cwd: ROOT, exclude: ['**/page/**'] });

const HEAVY = /^core\/charts\/(raster|fonts|draw-|columns|cells|shapes|frame|.*\/draw\.)|takumi/;

test.each(['browser', 'slack', 'discord', 'terminal'])(
  'what draws is not loaded before the first picture: %s',
  (platform) => {
    const loaded = [...loadedWith(...filesOf(platform))];
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.filter((file) => HEAVY.test(file) && !file.endsWith('draw-text.ts'))).toEqual([]);
  },
);

test('the page has no part of any chart before the first picture', () => {
  const loaded = [...loadedWith(...filesOf('browser'))];
  const charts = loaded.filter((file) => file.startsWith('core/charts/'));
  expect(charts.toSorted()).toEqual(['core/charts/on-demand.ts', 'core/charts/palette.ts']);
});

test('what draws would be seen by the tests above', () => {
  const loaded = [...loadedWith('core/charts/draw-png.ts')];
  expect(loaded).toEqual(expect.arrayContaining(['core/charts/raster.ts', 'core/charts/fonts.ts']));
  expect(loaded).not.toContain('@takumi-rs/core');
});
