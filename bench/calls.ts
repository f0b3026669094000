/**
 * Runs of 200, 1,000 and 5,000 calls and of 10,000 trials against a server that takes a fixed time for
 * each, so many at a time. Printed: the run phase as a ratio to the ideal, the CPU time and the largest
 * memory of the whole process, and the same of a bare pool of fetches, measured in the same run.
 *
 *     npm run bench            all sizes
 *     npm run bench -- 200     one of them, the best of several rounds
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startFixedServer } from './calls/server.ts';

interface Size {
  /** Tests of the file, models and repeats; their product is the number of calls. */
  readonly tests: number;
  readonly repeats: number;
  readonly atATime: number;
  readonly latencyMs: number;
  readonly rounds: number;
  /** Words of an answer. */
  readonly words: number;
}

const SIZES: readonly Size[] = [
  { tests: 10, repeats: 5, atATime: 20, latencyMs: 200, rounds: 5, words: 1 },
  { tests: 50, repeats: 5, atATime: 20, latencyMs: 200, rounds: 2, words: 1 },
  { tests: 125, repeats: 10, atATime: 20, latencyMs: 200, rounds: 1, words: 1 },
  { tests: 125, repeats: 20, atATime: 100, latencyMs: 500, rounds: 1, words: 200 },
];

const MAIN = join(import.meta.dirname, '../bots/terminal/main.ts');
const CACHE = join(import.meta.dirname, '../bots/compile-cache.js');
const POOL = join(import.meta.dirname, 'calls/fetch-pool.ts');
const USAGE = join(import.meta.dirname, 'calls/usage.ts');
const MODELS = ['one', 'two', 'three', 'four'];

const usage = z.object({
  cpuMs: z.number(),
  rssKb: z.number(),
  stalls: z.array(z.object({ at: z.number(), ms: z.number() })),
});
const printed = z.array(
  z.object({ startedAt: z.iso.datetime(), finishedAt: z.iso.datetime(), settled: z.int() }),
);

/** One process, from its start to its end, in milliseconds and kilobytes. */
interface Measured extends z.infer<typeof usage> {
  readonly wholeMs: number;
  readonly runMs: number;
  /** The longest time in the run phase that the event loop did nothing else. */
  readonly stalledMs?: number;
}

const only = process.argv[2];
const folder = await mkdtemp(join(tmpdir(), 'dramatis-bench-'));
try {
  for (const size of SIZES) {
    if (only === undefined || Number(only) === callsOf(size)) await bench(size);
  }
} finally {
  await rm(folder, { recursive: true });
}

function callsOf({ tests, repeats }: Size): number {
  return tests * MODELS.length * repeats;
}

async function bench(size: Size): Promise<void> {
  const calls = callsOf(size);
  const server = await startFixedServer(size.latencyMs, words(size.words));
  try {
    const config = join(folder, `${calls}.yaml`);
    await writeFile(config, configuration(server.port, size));
    await writeFile(join(folder, `tests-${calls}.yaml`), promptfooFile(server.port, size));
    const ours: Measured[] = [];
    const pool: Measured[] = [];
    for (let round = 0; round < size.rounds; round++) {
      pool.push(await fetchPool(server.port, size));
      ours.push(await run(config, size, round));
    }
    const idealMs = (calls / size.atATime) * size.latencyMs;
    process.stdout.write(
      `${calls} calls of ${size.latencyMs} ms, ${size.atATime} at a time: ideal ${seconds(idealMs)}\n`,
    );
    report('dramatis', ours, idealMs);
    report('bare fetches', pool, idealMs);
  } finally {
    server.close();
  }
}

async function run(config: string, size: Size, round: number): Promise<Measured> {
  const env = {
    DRAMATIS_CONFIG: config,
    DRAMATIS_STORE: `sqlite:${join(folder, `${callsOf(size)}-${round}.db`)}`,
  };
  const {
    wholeMs,
    stdout: _,
    ...used
  } = await measured(
    [
      ...[MAIN, 'run', `tests-${callsOf(size)}`, '--models', MODELS.join(',')],
      ...['--personas', 'assistant', '--samples', String(size.repeats), '--quiet', '--yes'],
    ],
    env,
  );
  const { stdout } = await started([MAIN, 'history', '--json', '--all'], env);
  const [done] = printed.parse(JSON.parse(stdout));
  if (done?.settled !== callsOf(size)) throw new Error(`${done?.settled} trials are finished`);
  const [from, to] = [Date.parse(done.startedAt), Date.parse(done.finishedAt)];
  const during = used.stalls.filter(({ at, ms }) => at - ms >= from && at <= to);
  const stalledMs = Math.max(0, ...during.map(({ ms }) => ms));
  return { ...used, wholeMs, runMs: to - from, stalledMs };
}

async function fetchPool(port: number, size: Size): Promise<Measured> {
  const url = `http://127.0.0.1:${port}/v1`;
  const { stdout, ...used } = await measured(
    [POOL, url, String(callsOf(size)), String(size.atATime)],
    {},
  );
  return { ...used, runMs: Number(stdout) };
}

async function measured(args: readonly string[], env: Readonly<Record<string, string>>) {
  const kept = join(folder, 'usage.json');
  const start = performance.now();
  const { stdout } = await started(['--import', USAGE, ...args], { ...env, BENCH_USAGE: kept });
  const wholeMs = performance.now() - start;
  return { stdout, wholeMs, ...usage.parse(JSON.parse(await readFile(kept, 'utf8'))) };
}

function started(args: readonly string[], env: Readonly<Record<string, string>>) {
  return promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', CACHE, ...args],
    {
      env: { ...process.env, ...env },
      maxBuffer: 512 * 1024 * 1024,
    },
  );
}

function words(many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => (at === 0 ? 'yes' : ` word${at}`));
}

function configuration(port: number, size: Size): string {
  return [
    'providers:',
    '  fixed:',
    `    base_url: http://127.0.0.1:${port}/v1`,
    `    limits: { concurrency: ${size.atATime} }`,
    'models:',
    ...MODELS.map((id) => `  - { id: ${id}, provider: fixed, name: fixed }`),
    `limits: { trials_per_run: ${callsOf(size)} }`,
    `imports: [tests-${callsOf(size)}.yaml]`,
    '',
  ].join('\n');
}

/** The same tests for everybody, in the form that promptfoo reads. */
function promptfooFile(port: number, { tests }: Size): string {
  return [
    "prompts: ['Yes or no? {{question}}']",
    'providers:',
    ...MODELS.map(
      (id) =>
        `  - { id: 'openai:chat:fixed', label: ${id}, config: { apiBaseUrl: 'http://127.0.0.1:${port}/v1', apiKey: none } }`,
    ),
    'tests:',
    ...Array.from(
      { length: tests },
      (_, at) =>
        `  - { vars: { question: 'Question ${at}' }, assert: [{ type: icontains, value: 'yes' }] }`,
    ),
    '',
  ].join('\n');
}

/** The round with the shortest run: others load the machine, and none makes it faster. */
function report(what: string, rounds: readonly Measured[], idealMs: number): void {
  const [best] = rounds.toSorted((a, b) => a.runMs - b.runMs);
  if (!best) return;
  const { runMs, wholeMs, cpuMs, rssKb, stalledMs } = best;
  const parts = [
    `run ${(runMs / idealMs).toFixed(3)} × ideal (${seconds(runMs)})`,
    `whole process ${seconds(wholeMs)}`,
    `CPU ${seconds(Math.min(...rounds.map((one) => one.cpuMs)))} (${seconds(cpuMs)})`,
    `${Math.round(rssKb / 1024)} MB`,
    ...(stalledMs === undefined
      ? []
      : [`event loop blocked for ${Math.round(stalledMs)} ms at most`]),
  ];
  process.stdout.write(`  ${what.padEnd(13)} ${parts.join(' · ')}\n`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
