import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsIn, ROOT } from './imports.ts';

const PLATFORMS = ['slack', 'discord', 'browser', 'terminal'] as const;
const PLATFORM_PACKAGES = /^(@slack\/|discord\.js|discord-api|hono|@hono\/|log-update)/;

describe('the layers', () => {
  test('the core imports nothing from commands or bots', async () => {
    const imports = await importsIn('core/**/*.ts');
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(({ to }) => /^(commands|bots|tests|bench)\//.test(to))).toEqual([]);
  });

  test('commands know no platform', async () => {
    const imports = await importsIn('commands/*.ts');
    expect(imports.length).toBeGreaterThan(10);
    const wrong = imports.filter(({ to }) => to.startsWith('bots/') || PLATFORM_PACKAGES.test(to));
    expect(wrong).toEqual([]);
  });

  test('the core knows no platform’s library, but for the cast’s own server', async () => {
    const imports = await importsIn('core/**/*.ts');
    const wrong = imports.filter(
      ({ from, to }) => PLATFORM_PACKAGES.test(to) && !from.startsWith('cast/'),
    );
    expect(wrong).toEqual([]);
  });

  test.each(PLATFORMS)('%s imports no other platform', async (platform) => {
    const imports = await importsIn(`bots/${platform}/**/*.ts`);
    expect(imports.length).toBeGreaterThan(0);
    const others = PLATFORMS.filter((other) => other !== platform).map((other) => `bots/${other}/`);
    expect(imports.filter(({ to }) => others.some((other) => to.startsWith(other)))).toEqual([]);
  });

  test('no platform computes a statistic or talks to a model', async () => {
    const imports = await importsIn('bots/*/**/*.ts');
    const wrong = imports.filter(({ to }) =>
      /^core\/(statistics|comparison|models\/(create|ask)|scoring)|^openai$/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing imports in a circle', async () => {
    const imports = [
      ...(await importsIn('core/**/*.ts')),
      ...(await importsIn('commands/*.ts')),
      ...(await importsIn('bots/**/*.ts')),
    ];
    expect(circles(imports)).toEqual([]);
  });
});

/** Circles of value imports; types alone may refer to each other. */
function circles(imports: readonly Import[]): readonly string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (!to.endsWith('.ts') || isTypeOnly(from, to)) continue;
    graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

function isTypeOnly(from: string, to: string): boolean {
  const text = readFileSync(join(ROOT, from), 'utf8');
  const statements = [...text.matchAll(/(?:^|\n)\s*((?:import|export)\s[^;]*?)from\s+'([^']+)'/g)];
  const own = statements.filter(
    ([, , target = '']) => relative(ROOT, resolve(ROOT, dirname(from), target)) === to,
  );
  return own.length > 0 && own.every(([, head = '']) => /^(import|export)\s+type\b/.test(head));
}
