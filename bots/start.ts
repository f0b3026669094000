import { openLab } from '../core/assemble.ts';
import { loadEnvFile, readEnvironment } from '../core/config/env.ts';
import { createLog } from '../core/log.ts';
import { asProblem, type Problem } from '../core/problem.ts';
import { ADAPTERS, type Started } from './adapters.ts';
import { createDesk } from './desk.ts';
import { FOLDERS } from './folders.ts';
import { welcome } from './welcome.ts';

try {
  await main();
} catch (error) {
  tell(asProblem(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  loadEnvFile();
  const log = createLog(readEnvironment(process.env).logLevel);
  const open = await openLab({ env: process.env, log, folders: FOLDERS, discover: true });
  const desk = createDesk(open.lab, open.store);

  const started: Started[] = [];
  for (const adapter of ADAPTERS) {
    try {
      const bot = await adapter.start(desk, process.env, open);
      if (bot) started.push(bot);
    } catch (error) {
      // One that does not start says why, and does not stop the others.
      process.stderr.write(`${adapter.name} did not start. `);
      tell(asProblem(error));
      if (process.env.LOG_LEVEL === 'debug') log.debug({ err: error }, adapter.name);
    }
  }
  for (const bot of started) process.stdout.write(`${bot.says}\n`);
  if (started.length === 0) {
    await open.close();
    process.exitCode = 1;
    return;
  }
  for (const found of open.discovered) {
    process.stdout.write(
      `Found ${found.preset} at ${found.baseUrl}: ${found.models.join(', ')}. Ask with --models.\n`,
    );
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    process.stdout.write('Stopping; runs under way go on at the next start.\n');
    await open.lab.runs.stop();
    await desk.stop();
    await Promise.allSettled(started.map((bot) => bot.stop()));
    await open.close();
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  await welcome(desk, started);
}

function tell(problem: Problem): void {
  process.stderr.write(`${problem.message} ${problem.next}\n`);
  if (problem.cause !== undefined && process.env.LOG_LEVEL === 'debug') {
    process.stderr.write(`${String(problem.cause)}\n`);
  }
}
