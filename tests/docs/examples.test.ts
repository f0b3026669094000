import { readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FOLDERS } from '../../bots/folders.ts';
import { findPlatforms } from '../../bots/platforms.ts';
import type { App } from '../../core/app/app.ts';
import { checkNames } from '../../core/command-line/check.ts';
import { parseArgv, parseLine } from '../../core/command-line/parse.ts';
import { tokenise } from '../../core/command-line/tokens.ts';
import { VARIABLES } from '../../core/config/env.ts';
import { parseConfig } from '../../core/config/parse.ts';
import { PRESETS } from '../../core/models/presets.ts';
import { mapCatalogue } from '../../core/probes/catalogue.ts';
import { loadPersonas, loadProbes } from '../../core/probes/load.ts';
import { summaryOf } from '../../core/probes/summary.ts';
import { loadScorers } from '../../core/scoring/load.ts';
import { testApp } from '../fixtures/app.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCS = ['README.md', ...(await Array.fromAsync(glob('docs/*.md', { cwd: ROOT })))];

interface Example {
  readonly file: string;
  readonly line: string;
}

/** The lines of fenced blocks of one language. */
function fenced(languages: readonly string[]): readonly Example[] {
  return DOCS.flatMap((file) => {
    const text = readFileSync(resolve(ROOT, file), 'utf8');
    return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
      .filter(([, language = '']) => languages.includes(language))
      .flatMap(([, , body = '']) => body.split('\n').map((line) => ({ file, line })));
  });
}

const chat = fenced(['text', 'sh']).filter(({ line }) => line.startsWith('/probe'));
const shell = fenced(['sh']).filter(({ line }) => /^npm run (-s )?probe -- /.test(line));
const scripts = fenced(['sh']).flatMap(({ line }) => [
  ...line.matchAll(/npm (?:run )?(?:-s )?([\w-]+)/g),
]);

let app: App;
beforeAll(async () => {
  const personas = await loadPersonas(FOLDERS.personas.pathname);
  const probes = await loadProbes(FOLDERS.probes.pathname, await loadScorers(), personas);
  ({ app } = await testApp({ says: () => '' }));
  app = {
    ...app,
    probes: mapCatalogue(probes, summaryOf),
    personas: mapCatalogue(personas, (persona) => persona),
  };
});

describe('the examples in the documentation', () => {
  test('are there', () => {
    expect(chat.length).toBeGreaterThan(5);
    expect(shell.length).toBeGreaterThan(1);
  });

  test.each(chat)('$file: $line', async ({ line }) => {
    const { command, values } = parseLine(line, app.commands);
    await checkNames(values, command, app);
  });

  test.each(shell)('$file: $line', async ({ line }) => {
    const argv = tokenise(line.replace(/^npm run (-s )?probe --/, '')).tokens.map(
      ({ text }) => text,
    );
    const own = argv.filter((word) => !['--json', '--yes', '--quiet'].includes(word));
    if (own.length === 0 || own[0]?.startsWith('--')) return;
    const { command, values } = parseArgv(own, app.commands);
    await checkNames(values, command, app);
  });

  test('name npm scripts that exist', async () => {
    const { scripts: known } = JSON.parse(await readFile(resolve(ROOT, 'package.json'), 'utf8'));
    for (const [, name = ''] of scripts) {
      expect(['ci', 'install', 'pack', 'start', 'test', ...Object.keys(known)]).toContain(name);
    }
  });

  test('configure what the reader of the file accepts', async () => {
    const text = await readFile(resolve(ROOT, 'README.md'), 'utf8');
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, body = '']) => body);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const config = parseConfig(block, {
        file: 'README.md',
        cast: { baseUrl: 'http://127.0.0.1:1/v1' },
        env: {},
      });
      expect(config.models.size).toBeGreaterThan(0);
    }
  });

  test('link to files that exist', async () => {
    for (const file of DOCS) {
      const text = await readFile(resolve(ROOT, file), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        const path = resolve(ROOT, file, '..', target);
        await expect(readFile(path), `${file} links to ${target}`).resolves.toBeDefined();
      }
    }
  });
});

test('.env.example names each variable that is read, what it is for and its default', async () => {
  const text = await readFile(resolve(ROOT, '.env.example'), 'utf8');
  const named = new Set([...text.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name));
  const declared = (await findPlatforms()).flatMap(({ variables }) => variables);
  const read = [
    ...VARIABLES.map(({ name }) => name),
    ...declared.map(({ name }) => name),
    ...Object.values(PRESETS).flatMap(({ keyVariable }) => keyVariable ?? []),
  ];
  expect([...named].toSorted()).toEqual([...new Set(read)].toSorted());
  for (const { name, about } of [...VARIABLES, ...declared]) {
    expect(text, name).toContain(about);
  }
});
