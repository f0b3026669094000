/**
 * A run of 200 trials against a server that takes 200 ms for each, 20 at a time: 2.0 s at best.
 * Measures the whole process (start, run, output) and the run alone, each as a ratio to that ideal.
 *
 *     npm run bench
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const LATENCY_MS = 200;
const AT_A_TIME = 20;
const TRIALS = 200;
const ROUNDS = 5;
const IDEAL_MS = (TRIALS / AT_A_TIME) * LATENCY_MS;

const MAIN = join(import.meta.dirname, '../bots/terminal/main.ts');
const printed = z.object({
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  trials: z.array(z.object({ outcome: z.literal('answered') })).length(TRIALS),
});

/** Answers every chat with one word after a fixed time, as a stream of two pieces. */
const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const piece = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    response.end(`${piece({ content: 'yes' }, null)}${piece({}, 'stop')}data: [DONE]\n\n`);
  }, LATENCY_MS);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const folder = await mkdtemp(join(tmpdir(), 'dramatis-bench-'));

try {
  const config = join(folder, 'bench.yaml');
  const { port } = server.address() as AddressInfo;
  await writeFile(config, configuration(port));
  const rounds: { readonly whole: number; readonly run: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const measured = await measure(config, join(folder, `${round}.db`));
    // The first round warms the machine's file cache and does not count.
    if (round > 0) rounds.push(measured);
  }
  report(
    'whole process',
    rounds.map(({ whole }) => whole),
  );
  report(
    'run phase',
    rounds.map(({ run }) => run),
  );
} finally {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
}

async function measure(config: string, store: string) {
  const start = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      MAIN,
      ...['ask', 'Yes or no?', '--models', 'fixed', '--personas', 'assistant,pirate,poet,ghost'],
      ...['--samples', '50', '--json', '--yes'],
    ],
    {
      env: { ...process.env, DRAMATIS_CONFIG: config, DRAMATIS_STORE: `sqlite:${store}` },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const whole = performance.now() - start;
  const { startedAt, finishedAt } = printed.parse(JSON.parse(stdout));
  return { whole, run: Date.parse(finishedAt) - Date.parse(startedAt) };
}

function configuration(port: number): string {
  return [
    'providers:',
    '  fixed:',
    `    base_url: http://127.0.0.1:${port}/v1`,
    `    limits: { concurrency: ${AT_A_TIME} }`,
    'models:',
    '  - { id: fixed, provider: fixed, name: fixed }',
    '',
  ].join('\n');
}

function report(what: string, measured: readonly number[]): void {
  const sorted = measured.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  process.stdout.write(
    `${what.padEnd(14)} ${(median / IDEAL_MS).toFixed(2)} × ideal (median ${seconds(median)}, ${seconds(low)} to ${seconds(high)}, ideal ${seconds(IDEAL_MS)})\n`,
  );
}
