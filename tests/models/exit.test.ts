import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { says, serve, status } from './server.ts';

const run = promisify(execFile);

/** Asks once, has a second ask wait for the minute's request, cancels it, and has nothing left to do. */
const SCRIPT = `
  import { createModels } from './core/models/create-models.ts';
  const provider = {
    id: 'p', baseUrl: process.argv[1], simulated: false,
    dialect: { maxTokens: 'max_tokens', system: 'system', seed: true, streamUsage: true, temperature: true },
    limits: { concurrency: 1, requestsPerMinute: 1, tokensPerMinute: 100 },
  };
  const config = {
    providers: new Map([['p', provider]]), models: new Map(), attempts: 1,
    timeouts: { connectMs: 60000, firstTokenMs: 60000, totalMs: 60000 },
  };
  const models = createModels({ config: () => config, env: {}, log: { warn() {}, error() {} } });
  const model = { id: 'm', label: 'm', provider: 'p', name: 'm', parameters: {}, capabilities: [] };
  const ask = { model, messages: [{ role: 'user', content: 'hi' }], owner: 'o' };
  const first = await models.ask(ask);
  const abort = new AbortController();
  const second = models.ask({ ...ask, signal: abort.signal });
  setTimeout(() => abort.abort(), 20);
  console.log(first.outcome, (await second).reason);
`;

test.each([
  ['was answered', says('Yes.'), 'answered cancelled'],
  ['is paused', status(429, {}, { 'retry-after': '50' }), 'failed cancelled'],
])('nothing keeps a process alive that %s and is done', async (_, answer, said) => {
  const { baseUrl } = await serve(answer);
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    SCRIPT,
    baseUrl,
  ];
  const { stdout } = await run(process.execPath, args, { timeout: 10_000 });
  expect(stdout.trim()).toBe(said);
});
