import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf, environment, type Installed, install, ROOT } from './installed.ts';

const TOO_OLD = '20';
const LEAST = '22.13';
const SUPPORTED = [LEAST, '24'];
const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;

let installed: Installed;
beforeAll(async () => {
  installed = await install([TOO_OLD, ...SUPPORTED], LEAST);
});
afterAll(() => installed?.remove());

/** Runs a program in the folder of the package, as somebody who has one Node. */
function run(node: string, program: string, ...argv: readonly string[]) {
  const env = { ...environment(installed.nodes.get(node) ?? ''), DRAMATIS_STORE: 'memory:' };
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: installed.folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const DRAMATIS = 'node_modules/.bin/dramatis';

test('an older Node is told in one sentence which one is needed', () => {
  const { status, stdout, stderr } = run(TOO_OLD, DRAMATIS, 'help');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Dramatis needs Node 22\.13 or newer; this is 20\.\d+\.\d+\.\n$/);
});

test('has every data file of the repository’s code', async () => {
  const { stdout } = spawnSync('git', ['ls-files', 'bots', 'cast', 'core', 'commands', 'probes'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const data = stdout
    .split('\n')
    .filter((file) => !/(^|\.[jt]s|\/tsconfig\.json|\.md)$/.test(file));
  expect(data).toContain('bots/slack/manifest.json');
  const missing = data.filter(
    (file) => !existsSync(join(installed.folder, 'node_modules/dramatis', file)),
  );
  expect(missing).toEqual([]);
});

test('the types of the public entry compile in a program that uses them', () => {
  const options = '--noEmit --strict --module nodenext --target es2024 --skipLibCheck --types node';
  const typeRoots = ['--typeRoots', join(ROOT, 'node_modules/@types')];
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  expect(run('24', tsc, ...options.split(' '), ...typeRoots, 'consumer.ts')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
});

describe.each(SUPPORTED)('with Node %s', (node) => {
  test('says its version and how it is used', () => {
    expect(run(node, DRAMATIS, '--version')).toEqual({
      status: 0,
      stdout: `${VERSION}\n`,
      stderr: '',
    });
    const help = run(node, 'npx', '--no', 'dramatis', 'help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('npx dramatis run embodiment-slip');
    const completed = run(node, DRAMATIS, 'completion', 'words', 'dramatis run embod', 'embod');
    expect(completed).toEqual({ status: 0, stdout: 'embodiment-slip\n', stderr: '' });
  });

  test('asks the cast, and nothing else is written', () => {
    const question = ['ask', 'What are you?', '--models', 'larch', '--samples', '1', '--json'];
    const { status, stdout, stderr } = run(node, DRAMATIS, ...question, '--quiet');
    expect([status, stderr]).toEqual([0, '']);
    const { trials } = JSON.parse(stdout);
    expect(trials.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['answered']);
  });

  test('runs a probe, scores and compares within a program that embeds it', () => {
    const page = readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8');
    const [, program = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
    const { status, stdout, stderr } = run(node, 'node', '--input-type=module', '-e', program);
    expect([status, stderr]).toEqual([0, '']);
    // Whatever this run finds, its sentence says on how many items.
    expect(stdout).toMatch(/\d+ items × 1/);
  });

  test('serves the channel, and keeps its data in DRAMATIS_HOME', async () => {
    const home = await mkdtemp(join(installed.folder, 'home-'));
    const env = { ...environment(installed.nodes.get(node) ?? ''), DRAMATIS_HOME: home };
    const server = spawn(DRAMATIS, [], { cwd: installed.folder, env });
    try {
      const url = await channelOf(server);
      const page = await fetch(url).then((answer) => answer.text());
      const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
      for (const [path, type] of [
        [script, 'text/javascript'],
        ['/page/idiomorph.js', 'text/javascript'],
        ['/style.css', 'text/css'],
        ['/docs/README.md', 'text/'],
      ]) {
        const { status, headers } = await fetch(new URL(path ?? '', url));
        expect([path, status]).toEqual([path, 200]);
        expect(headers.get('content-type')).toContain(type);
      }
      expect(existsSync(join(home, 'data/dramatis.db'))).toBe(true);
      expect(existsSync(join(installed.folder, 'data'))).toBe(false);
    } finally {
      server.kill('SIGTERM');
    }
    expect(await once(server, 'exit')).toEqual([0, null]);
  });
});
