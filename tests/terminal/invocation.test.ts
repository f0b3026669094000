import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../bots/dispatcher.ts';
import { takeFlags } from '../../bots/terminal/receive/flags.ts';
import { dispatch } from '../../bots/terminal/receive/invocation.ts';
import { type Says, testApp, untilAborted } from '../fixtures/app.ts';
import { fakeConsole, type Setting, seen } from './screen.ts';

interface Made extends Setting {
  readonly says?: Says;
  readonly config?: string;
}

async function setUp({ says = () => 'yes', config, ...setting }: Made = {}) {
  const made = fakeConsole(setting);
  const { app, asks, store } = await testApp({
    says,
    now: made.terminal.now,
    ...(config === undefined ? {} : { config }),
  });
  const dispatcher = createDispatcher(app, store);
  const type = (...argv: string[]) => {
    const { flags, rest } = takeFlags(argv);
    return dispatch(rest, dispatcher, flags, made.terminal);
  };
  return { app, asks, store, type, ...made };
}

const ESC = '\x1b';
const SCREEN = { columns: 100, rows: 40 };

describe('in a pipe', () => {
  test('a question ends in plain text on stdout, and in 0', async () => {
    const { type, stdout, stderr } = await setUp({ says: () => 'Because it is sweet.' });
    expect(await type('ask', 'Why', 'sugar?', '--models', 'larch,rowan', '--samples', '1')).toBe(0);
    expect(stdout.written).toContain('Why sugar?');
    expect(stdout.written.match(/Because it is sweet\./g)).toHaveLength(2);
    expect(stdout.written).toMatch(/npm run probe -- show \w+ --as answers/);
    expect(stdout.written + stderr.written).not.toContain(ESC);
  });

  test('progress goes to stderr, at most a line in five seconds', async () => {
    const { type, stderr } = await setUp();
    await type('run', 'words', '--models', 'larch', '--samples', '10');
    const lines = stderr.written.trim().split('\n');
    expect(lines[0]).toMatch(/^\d+ of \d+/);
    expect(lines.length).toBeLessThan(5);
  });

  test('--quiet leaves the result alone', async () => {
    const { type, stdout, stderr } = await setUp();
    expect(await type('ask', 'Why?', '--models', 'larch', '--quiet')).toBe(0);
    expect(stderr.written).toBe('');
    expect(stdout.written).not.toContain('npm run probe');
  });

  test('--json is one document with the trials that its numbers come from', async () => {
    const { type, stdout } = await setUp({ says: () => `yes ${ESC}[31m\u009b\u202e` });
    expect(await type('run', 'words', '--models', 'larch', '--json')).toBe(0);
    expect(stdout.written).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    const { plan, trials, comparison } = JSON.parse(stdout.written);
    expect(trials).toHaveLength(plan.trials.length);
    expect(trials[0].replies[0].text).toBe(`yes ${ESC}[31m\u009b\u202e`);
    expect(comparison).toBeDefined();
  });

  test('--json of any other command is what it has for scripts', async () => {
    const { type, stdout } = await setUp();
    expect(await type('probes', '--json')).toBe(0);
    expect(JSON.parse(stdout.written)).toMatchObject([{ name: 'words' }]);
  });

  test('the export is the file alone', async () => {
    const { type, stdout } = await setUp();
    await type('ask', 'Why?', '--models', 'larch');
    const before = stdout.written.length;
    expect(await type('show', '--as', 'export')).toBe(0);
    const lines = stdout.written.slice(before).trim().split('\n');
    expect(JSON.parse(lines[0] ?? '').type).toBe('run');
  });

  test('answers that are too long for a chat are whole', async () => {
    const { type, stdout } = await setUp({ says: () => `${'word '.repeat(3000)}the end` });
    await type('ask', 'Why?', '--models', 'larch', '--samples', '2');
    const before = stdout.written.length;
    await type('show', '--as', 'answers');
    expect(stdout.written.slice(before).match(/the\s+end/g)?.length).toBe(2);
  });
});

describe('what it ends with', () => {
  const failing = (share: (asked: number) => boolean): Says => {
    let asked = 0;
    return () => (share(asked++) ? { outcome: 'failed', reason: 'the provider is down' } : 'yes');
  };

  test('3 where some trials failed, 4 where all did', async () => {
    const some = await setUp({ says: failing((asked) => asked % 2 === 0) });
    expect(await some.type('ask', 'Why?', '--models', 'larch', '--samples', '2')).toBe(3);
    const all = await setUp({ says: failing(() => true) });
    expect(await all.type('ask', 'Why?', '--models', 'larch')).toBe(4);
    expect(all.stdout.written).toContain('the provider is down');
  });

  test('0 where a run that failed before is only shown', async () => {
    const { type, wait } = await setUp({ says: failing(() => true) });
    expect(await type('ask', 'Why?', '--models', 'larch')).toBe(4);
    wait(1000);
    expect(await type('show')).toBe(0);
  });

  test('2 with what was wrong and what to do on stderr', async () => {
    const { type, stdout, stderr } = await setUp();
    expect(await type('run', 'wrods')).toBe(2);
    expect(stderr.written).toBe('No probe is called “wrods”.\nDid you mean words?\n');
    expect(stdout.written).toBe('');
  });

  test('a command that an error names is typed as it is here', async () => {
    const { type, stderr } = await setUp();
    expect(await type('show', '12345678')).toBe(2);
    expect(stderr.written).toBe('No run is called “12345678”.\nSee npm run probe -- history.\n');
  });

  test('the same for scripts with --json', async () => {
    const { type, stdout } = await setUp();
    expect(await type('run', 'wrods', '--json')).toBe(2);
    expect(JSON.parse(stdout.written)).toEqual({
      problem: 'No probe is called “wrods”.',
      next: 'Did you mean words?',
    });
  });

  test('1 for a fault of ours, which says how to see it', async () => {
    const { app, store } = await setUp();
    const broken = {
      ...app,
      config: () => {
        throw new Error('a secret path');
      },
    };
    for (const [env, shown] of [
      [{}, false],
      [{ LOG_LEVEL: 'debug' }, true],
    ] as const) {
      const { terminal, stderr } = fakeConsole({ env });
      const dispatcher = createDispatcher(broken, store);
      expect(await dispatch(['models'], dispatcher, takeFlags([]).flags, terminal)).toBe(1);
      expect(stderr.written).toContain('Something broke on our side.');
      expect(stderr.written.includes('a secret path')).toBe(shown);
    }
  });
});

describe('a run that waits for somebody to agree to its price', () => {
  const config = `
providers: { ours: { base_url: 'http://127.0.0.1:1/v1' } }
models: [{ id: a, provider: ours, name: a }, { id: b, provider: ours, name: b }]
limits: { ask_above_calls: 1 }`;
  const line = ['ask', 'Why?', '--models', 'a,b', '--samples', '1'];

  test('is not started in a pipe', async () => {
    const { type, asks, stderr } = await setUp({ config });
    expect(await type(...line)).toBe(2);
    expect(asks).toHaveLength(0);
    expect(stderr.written.replaceAll('\n', ' ')).toMatch(/resume \w+\. With --yes/);
  });

  test('starts with --yes', async () => {
    const { type, asks } = await setUp({ config });
    expect(await type(...line, '--yes')).toBe(0);
    expect(asks).toHaveLength(2);
  });

  test.each([
    [true, 2],
    [false, 0],
  ])('asks whoever sits there: %s', async (answer, calls) => {
    const { type, asks, stdout } = await setUp({
      config,
      size: SCREEN,
      confirm: async () => answer,
    });
    expect(await type(...line)).toBe(0);
    expect(asks).toHaveLength(calls);
    expect(stdout.written.includes('Nothing was sent.')).toBe(!answer);
  });
});

describe('on a terminal', () => {
  test('redraws in place and leaves the finished comparison alone in the scrollback', async () => {
    const { type, stdout } = await setUp({
      size: SCREEN,
      says: async ({ onText }) => {
        onText?.('Because ');
        await new Promise((resolve) => setImmediate(resolve));
        return 'Because it is sweet.';
      },
    });
    expect(await type('ask', 'Why?', '--models', 'larch,rowan', '--samples', '3')).toBe(0);
    expect(stdout.written).toContain('Ctrl-C stops it');
    const lines = seen(stdout.written);
    expect(lines.filter((line) => line.includes('Why?'))).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('Ctrl-C');
    expect(lines.join('\n').match(/it is sweet\./g)).toHaveLength(6);
    expect(lines.at(-2)).toContain('npm run probe -- show');
  });

  test('never draws more lines than the screen has', async () => {
    const { type, stdout } = await setUp({
      size: { columns: 60, rows: 10 },
      says: () => 'word '.repeat(200),
    });
    await type('ask', 'Why?', '--models', 'larch,rowan', '--samples', '3');
    const frames = stdout.written.split('\x1b[?2026h').slice(1, -2);
    for (const frame of frames) expect(frame.split('\n').length).toBeLessThanOrEqual(10);
  });

  test.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
  ])('colour where %o', async (env, coloured) => {
    const { type, stdout } = await setUp({ size: SCREEN, env });
    await type('probes');
    expect(stdout.written.includes(ESC)).toBe(coloured);
  });

  test('a smaller window is drawn anew', async () => {
    let resize = () => {};
    const { type, stdout } = await setUp({
      size: { columns: 120, rows: 40 },
      says: async ({ onText }) => {
        onText?.('so far');
        await new Promise((resolve) => setImmediate(resolve));
        resize();
        return 'done';
      },
    });
    resize = () => {
      Object.assign(stdout, { columns: 70 });
      stdout.emit('resize');
    };
    expect(await type('ask', 'Why?', '--models', 'larch,rowan')).toBe(0);
    expect(Math.max(...seen(stdout.written).map((line) => line.length))).toBeLessThanOrEqual(70);
    expect(stdout.listenerCount('resize')).toBe(0);
  });

  test('saves a file, and never over another', async () => {
    const { type, files, stdout, stderr } = await setUp({ size: SCREEN });
    await type('ask', 'Why?', '--models', 'larch');
    expect(await type('show', '--as', 'export')).toBe(0);
    const [name] = [...files.keys()];
    expect(name).toMatch(/^[\w.-]+\.jsonl$/);
    expect(stdout.written).toContain(`Saved as ${name}`);
    expect(await type('show', '--as', 'export')).toBe(2);
    expect(stderr.written).toContain(`There is a file called ${name} here already.`);
  });
});

describe('Ctrl-C', () => {
  test('keeps what is finished, says how to go on, and ends in 130', async () => {
    let asked = 0;
    const made = await setUp({
      says: (ask) => {
        if (asked++ < 2) return 'yes';
        queueMicrotask(made.ctrlC);
        return untilAborted(ask);
      },
      config: 'limits: {}',
    });
    expect(await made.type('ask', 'Why?', '--models', 'larch', '--samples', '20')).toBe(130);
    expect(made.stderr.written).toMatch(/Stopped: \d+ of 20 trials are kept/);
    expect(made.stderr.written).toMatch(/npm run probe -- resume \w+/);
    expect(made.stdout.written).toContain('yes');
  });
});
