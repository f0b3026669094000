/**
 * How long a run of 2,160 trials, its comparison, `show` and its export hold up everything else in the bot's
 * process: 50 ms at most are wanted.
 *
 *     npm run bench:event-loop
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createDispatcher } from '../bots/dispatcher.ts';
import { openBot } from '../bots/open.ts';
import type { Platform } from '../bots/platform.ts';
import { delayOf } from './event-loop/delay.ts';

const LINE = 'run task-taste --models a,b,c --personas assistant --samples 2';
const READERS = 4;

const server = fork(new URL('./event-loop/server.ts', import.meta.url), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const [port] = await once(server, 'message');
const folder = await mkdtemp(join(tmpdir(), 'dramatis-bench-'));

try {
  await writeFile(join(folder, 'bench.yaml'), configuration(port));
  const first = await openQuiet();
  // What is loaded at the first run of all is not loaded again.
  await first.type('run task-taste --models a --personas assistant --samples 1');
  await first.ended();
  await report('run and compare', async () => {
    await first.type(LINE);
    await first.ended();
  });
  const [{ runId, trials } = { runId: '', trials: 0 }] = await first.app.runs.recent({ limit: 1 });
  await first.close();
  process.stdout.write(`(run ${runId}, ${trials} trials)\n`);
  for (const as of ['comparison', 'figures', 'answers', 'export']) {
    const bot = await openQuiet();
    await report(`show --as ${as}`, () => bot.type(`show ${runId} --as ${as}`));
    const readers = Array.from({ length: READERS }, (_, at) => `c${at}`);
    await report(`${READERS} at once`, () =>
      Promise.all(readers.map((channel) => bot.type(`show ${runId} --as ${as}`, channel))),
    );
    await bot.close();
  }
} finally {
  server.disconnect();
  await rm(folder, { recursive: true });
}

async function report(name: string, work: () => Promise<unknown>): Promise<void> {
  const { took, longest, busiest } = await delayOf(work);
  const ms = (value: number) => `${value.toFixed(0).padStart(6)} ms`;
  process.stdout.write(
    `${name.padEnd(22)} ${ms(took)} in all, others waited ${ms(longest)} at most (${ms(busiest)} of work)\n`,
  );
}

/** The bot with a platform that renders nothing. */
async function openQuiet() {
  const { app, store, close } = await openBot({
    env: {
      DRAMATIS_CONFIG: join(folder, 'bench.yaml'),
      DRAMATIS_STORE: `sqlite:${join(folder, 'bench.db')}`,
    },
    log: pino({ level: 'error' }),
  });
  const dispatcher = createDispatcher(app, store);
  let messages = 0;
  const platform: Platform = {
    id: 'local',
    editEveryMs: 120,
    keepsMessages: true,
    post: async () => ({ message: String(++messages) }),
    edit: async () => {},
  };
  let invocations = 0;
  return {
    app,
    type: (line: string, channel = 'c') =>
      dispatcher.handle(platform, {
        id: `${process.pid}/${performance.now()}/${++invocations}`,
        request: { line },
        who: { id: 'bench:nobody', name: 'nobody' },
        channel,
        // That it stands there already, to the second and later readers.
        replyPrivately: async () => {},
      }),
    ended: () => dispatcher.stop(),
    close: async () => {
      await dispatcher.stop();
      await close();
    },
  };
}

function configuration(port: number): string {
  return [
    'providers:',
    '  bench:',
    `    base_url: http://127.0.0.1:${port}/v1`,
    '    limits: { concurrency: 20 }',
    'models:',
    ...['a', 'b', 'c'].map((id) => `  - { id: ${id}, provider: bench, name: ${id} }`),
    'limits:',
    '  trials_per_run: 2500',
    '  ask_above_calls: 100000',
    '',
  ].join('\n');
}
