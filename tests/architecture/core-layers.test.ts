import { describe, expect, test } from 'vitest';
import { importsIn } from './imports.ts';

/**
 * The layers of the core, from the bottom up: a file imports from its own layer and from those below it, types
 * included. docs/architecture.md draws them.
 */
const LAYERS = [
  'domain',
  'text',
  'files',
  'statistics',
  'yaml',
  'store',
  'charts',
  'models',
  'scoring',
  'measures',
  'probes',
  'planning',
  'runs',
  'comparison',
  'import',
  'calibration',
  'drafts',
  'views',
  'command-line',
  'config',
  'app',
];

const layerOf = (path: string): string | undefined => /^core\/([^/]+)\//.exec(path)?.[1];

describe('the layers of the core', async () => {
  const imports = await importsIn('core/**/*.ts');
  const own = imports.filter(({ to }) => to.startsWith('core/'));

  test('are all that there are', () => {
    expect(new Set(own.flatMap(({ from, to }) => [layerOf(from), layerOf(to)]))).toEqual(
      new Set(LAYERS),
    );
  });

  test('import downwards only', () => {
    const upward = own
      .filter(({ from, to }) => {
        const [here, there] = [from, to].map((path) => LAYERS.indexOf(layerOf(path) ?? ''));
        return (there ?? 0) > (here ?? 0);
      })
      .map(({ from, to }) => `${from} → ${to}`);
    expect(upward).toEqual([]);
  });

  test('reach nothing outside', () => {
    const outside = imports.filter(({ to }) => to.endsWith('.ts') && !to.startsWith('core/'));
    expect(outside).toEqual([]);
  });
});

test('the cast knows of the core what any server could use, and nothing of the bot', async () => {
  const imports = await importsIn('cast/**/*.ts');
  expect(imports.length).toBeGreaterThan(50);
  const known = ['domain', 'text', 'files', 'statistics', 'yaml'];
  const wrong = imports.filter(
    ({ to }) => to.endsWith('.ts') && !to.startsWith('cast/') && !known.includes(layerOf(to) ?? ''),
  );
  expect(wrong).toEqual([]);
});
