import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { UserError } from '../core/domain/user-error.ts';
import { seedFrom } from '../core/statistics/random.ts';
import { castApp } from './app.ts';
import { faultBook } from './faults.ts';
import { type Pace, paceOf } from './pace.ts';

export interface CastOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number | undefined;
  /** Makes requests without a seed of their own repeatable, in the order in which they arrive. */
  readonly seed?: number | undefined;
  /** Words a second, 0 for at once; or all of it. */
  readonly pace?: number | Partial<Pace> | undefined;
}

export interface Cast {
  /** The base URL for clients of the OpenAI dialect; it ends in `/v1`. */
  readonly url: string;
  readonly port: number;
  /** Ends what is under way, too. */
  close(): Promise<void>;
}

/** Serves the simulated cast on loopback. @throws UserError where the port cannot be had. */
export async function startCast(options: CastOptions = {}): Promise<Cast> {
  const seed = options.seed ?? randomInt(2 ** 32);
  let asked = 0;
  const app = castApp({
    pace: paceOf(options.pace),
    faults: faultBook(),
    freshSeed: () => seedFrom('unseeded', seed, asked++),
    now: () => new Date(),
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening').catch((error: unknown) => {
    throw new UserError(
      `The simulated cast cannot listen on port ${options.port} of this machine.`,
      'Give it another port, or 0 for any that is free.',
      { cause: error },
    );
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cast has no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    port: address.port,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
