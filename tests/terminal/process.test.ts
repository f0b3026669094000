import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seen } from './screen.ts';

const MAIN = fileURLToPath(new URL('../../bots/terminal/main.ts', import.meta.url));
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN];
const QUESTION = ['ask', 'What are you?', '--models', 'larch,rowan', '--samples', '2'];

/** Processes start slowly where many tests run at once. */
const SLOW = { timeout: 60_000 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a program in an empty folder, with a store that ends with it. */
async function start(
  [program = '', ...argv]: readonly string[],
  heard: (all: string, child: ChildProcessWithoutNullStreams) => void = () => {},
) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, TERM: 'xterm-256color', DRAMATIS_STORE: 'memory:' };
  const child = spawn(program, argv, { cwd: folder, env });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (piece: string) => {
      out[name] += piece;
      heard(out.stdout + out.stderr, child);
    });
  }
  const [code] = await once(child, 'close');
  return { ...out, code };
}
const run = (...argv: string[]) => start([...NODE, ...argv]);

describe('the process in a pipe', SLOW, () => {
  test('asks the simulated cast, and writes no control sequences', async () => {
    const { stdout, stderr, code } = await run(...QUESTION);
    expect(code).toBe(0);
    expect(stdout).toContain('What are you?');
    expect(stdout).toContain('Simulation');
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  test('prints JSON that parses', async () => {
    const { stdout, code } = await run(...QUESTION, '--json');
    expect(code).toBe(0);
    const { plan, trials } = JSON.parse(stdout);
    const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
    expect(ids(trials)).toEqual(ids(plan.trials));
  });

  test('says how it is used, and which version it is', async () => {
    const page = await run('run', '-h');
    expect(page).toMatchObject({ code: 0, stderr: '' });
    expect(page.stdout).toContain('npm run probe -- run <probe>');
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('ends in 2 for a slip, with what was meant', async () => {
    const { stdout, stderr, code } = await run('rnu', 'drift');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean run?');
  });

  test('ends in 130 after a signal, and says how to go on', async () => {
    let sent = false;
    const command = [...NODE, 'run', 'role-take', '--models', 'larch'];
    const { stderr, code } = await start(command, (all, child) => {
      if (sent || !/\d+ of \d+/.test(all)) return;
      sent = true;
      child.kill('SIGINT');
    });
    expect(code).toBe(130);
    expect(stderr).toMatch(/npm run probe -- resume \w+/);
  });
});

/** `script` of util-linux gives a program a terminal of its own. */
const SCRIPT = 'script';
const script = spawnSync(SCRIPT, ['--version'], { encoding: 'utf8' });
const noScript = script.stdout?.includes('util-linux')
  ? ''
  : ' (skipped: no `script` of util-linux here)';

describe.skipIf(noScript !== '' && !process.env.CI)(
  `the process on a terminal${noScript}`,
  SLOW,
  () => {
    const quoted = (argv: readonly string[]) => argv.map((word) => `'${word}'`).join(' ');
    const onTerminal = (argv: readonly string[], heard?: Parameters<typeof start>[1]) =>
      start(
        [SCRIPT, '-qec', `stty cols 100 rows 30; ${quoted([...NODE, ...argv])}`, '/dev/null'],
        heard,
      );

    test('redraws, and leaves one comparison behind', async () => {
      const { stdout, code } = await onTerminal(QUESTION);
      expect(code).toBe(0);
      expect(stdout).toContain('Ctrl-C stops it');
      const lines = seen(stdout).filter((line) => line !== '');
      expect(lines.filter((line) => line.includes('What are you?'))).toHaveLength(1);
      expect(lines[0]).toContain('asked 2 subjects');
      expect(lines.at(-1)).toContain('npm run probe -- show');
      expect(stdout).toMatch(/\x1b\[\?25h[^\x1b]*$/);
    });

    test('Ctrl-C keeps what is finished', async () => {
      let sent = false;
      const { stdout, code } = await onTerminal(
        ['run', 'role-take', '--models', 'larch'],
        (all, child) => {
          if (sent || !/\d+ of \d+/.test(all)) return;
          sent = true;
          child.stdin.write('\x03');
        },
      );
      expect(code).toBe(130);
      expect(seen(stdout).join(' ')).toMatch(
        /trials are kept\. Go on with: npm run probe -- resume \w+/,
      );
    });
  },
);
