import type { Logger } from 'pino';
import { createLog } from '../core/app/log.ts';
import { loadEnvFile, readEnvironment } from '../core/config/env.ts';
import { asUserError, UserError } from '../core/domain/user-error.ts';
import { createDispatcher } from './dispatcher.ts';
import { openBot } from './open.ts';
import type { Bot } from './platform.ts';
import { findPlatforms } from './platforms.ts';
import { welcome } from './welcome.ts';

/** Starts every platform that is configured, and serves until it is told to stop. @throws UserError where none starts. */
export async function serve(): Promise<void> {
  loadEnvFile();
  const log = createLog(readEnvironment(process.env).logLevel);
  const open = await openBot({ env: process.env, log, discover: true });
  try {
    await open.ready();
  } catch (error) {
    await open.close();
    throw error;
  }
  const dispatcher = createDispatcher(open.app, open.store);
  const started: Bot[] = [];
  const close = async (): Promise<void> => {
    await open.app.runs.stop();
    await dispatcher.stop();
    await Promise.allSettled(started.map((bot) => bot.stop()));
    await open.close();
  };
  // From here on runs may be under way, so that a signal must leave them as they can go on.
  stopOnSignals(close, log);

  let failures = 0;
  for (const { name, start } of await findPlatforms()) {
    try {
      const bot = await start({ dispatcher, store: open.store, env: process.env });
      if (bot) started.push(bot);
    } catch (error) {
      // One that does not start says why, and does not stop the others.
      failures += 1;
      const { message, hint } = asUserError(error);
      process.stderr.write(`${name} did not start. ${message} ${hint}\n`);
      if (!(error instanceof UserError)) log.error({ err: error }, `${name} did not start`);
    }
  }
  if (started.length === 0) {
    await close();
    throw failures > 0
      ? new UserError('Nothing was started.', 'Mend what is said above, then start again.', {
          code: 'configuration',
        })
      : new UserError(
          'There is nothing to start: the local channel is off, and no platform has its tokens.',
          'Set `local: { enabled: true }` in dramatis.yaml, or put tokens into .env (see .env.example).',
          { code: 'configuration' },
        );
  }
  for (const bot of started) say(bot.banner);
  for (const { preset, baseUrl, models } of await open.localServers()) {
    say(`Found ${preset} at ${baseUrl}: ${models.join(', ')}. Ask with --models.`);
  }
  // A welcome that fails is no reason to stop.
  await welcome(dispatcher, started, open.store.namespace('welcome')).catch((error: unknown) =>
    log.warn({ err: error }, 'the welcome was not shown'),
  );
}

function stopOnSignals(close: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    say('Stopping; runs under way go on at the next start.');
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, 'stopped, though not cleanly');
      process.exitCode = 1;
    }
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
