import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const COUNT = fileURLToPath(new URL('./count-modules.ts', import.meta.url));
const MAIN = join(ROOT, 'bots/terminal/main.ts');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loads-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a command printed, and what it loaded: own files by their path, packages by their name. */
async function run(...argv: readonly string[]) {
  const node = ['--disable-warning=ExperimentalWarning', '--import', COUNT, MAIN, ...argv];
  const env = { PATH: process.env.PATH, HOME: folder, DRAMATIS_STORE: 'sqlite:kept.db' };
  const child = spawn(process.execPath, node, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [stdout, stderr, urls] = await Promise.all([
    text(child.stdout as NonNullable<typeof child.stdout>),
    text(child.stderr as NonNullable<typeof child.stderr>),
    text(child.stdio[3] as NonNullable<typeof child.stdout>),
    once(child, 'close'),
  ]);
  const modules: string[] = JSON.parse(urls);
  return { stdout, stderr, loaded: modules.map(named) };
}

function named(url: string): string {
  if (!url.startsWith('file:')) return url;
  const path = relative(ROOT, fileURLToPath(url));
  const [, name = path] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return name;
}

const HEAVY =
  /^(yaml|zod|openai|vega|vega-lite|hono|@hono\/|@slack\/|discord\.js|pino|keyv|bottleneck|core\/store\/sqlite|@takumi|eld|@stdlib|cast\/)/;

const isHeavy = (name: string): boolean => HEAVY.test(name);

describe('a command loads what it needs', { timeout: 60_000 }, () => {
  test.each([
    [['--version'], 20],
    [['rnu'], 80],
    [[], 120],
    [['help'], 120],
    [['help', 'run'], 120],
    [['run', '--help'], 120],
  ])('%j: no library, and few files', async (argv, most) => {
    const { loaded } = await run(...argv);
    expect(loaded.filter(isHeavy)).toEqual([]);
    expect(loaded.length).toBeLessThanOrEqual(most);
  });

  test('probes: once listed, no file of them is read again, and no store is opened', async () => {
    const first = await run('probes');
    expect(first.loaded).toContain('yaml');
    const second = await run('probes');
    expect(second.stdout).toBe(first.stdout);
    expect(second.loaded.filter(isHeavy)).toEqual([]);
    expect(await readdir(folder)).not.toContain('kept.db');
  });

  test('history: the store, and neither probes, statistics nor models', async () => {
    const { stdout, loaded } = await run('history');
    expect(stdout).toContain('Nothing was run here yet');
    expect(loaded).toContain('core/store/sqlite.ts');
    const all = loaded.join('\n');
    expect(all).not.toMatch(/^(yaml|openai|hono|@stdlib.*|p-queue|cast\/.*)$/m);
    expect(all).not.toMatch(/^core\/(scoring|comparison|charts\/draw|import\/read)/m);
  });

  test('servers are looked for where models are listed, and where one is asked that nobody configured', async () => {
    const looks = async (...argv: readonly string[]) =>
      (await run(...argv)).loaded.includes('core/models/discover.ts');
    expect(await looks('history')).toBe(false);
    expect(await looks('explain', 'role-take')).toBe(false);
    expect(await looks('ask', 'Why?', '--models', 'larch', '--samples', '1')).toBe(false);
    expect(await looks('show')).toBe(false);
    expect(await looks('models')).toBe(true);
    expect(await looks('ask', 'Why?', '--models', 'larhc')).toBe(true);
  });
});
