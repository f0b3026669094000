import { UserError } from '../domain/user-error.ts';
import type { Driver, DriverOptions } from './driver.ts';

type Open = (options: DriverOptions) => Promise<Driver>;

/** By scheme. Drivers are loaded on demand, so that nobody waits for a library that is not used. */
const DRIVERS: Readonly<Record<string, () => Promise<Open>>> = {
  'sqlite:': async () => (await import('./sqlite.ts')).openSqlite,
  'memory:': async () => (await import('./memory.ts')).openMemory,
  'redis:': async () => (await import('./redis.ts')).openRedis,
  'rediss:': async () => (await import('./redis.ts')).openRedis,
  'postgres:': async () => (await import('./postgres.ts')).openPostgres,
  'postgresql:': async () => (await import('./postgres.ts')).openPostgres,
};

export interface Address {
  readonly url: URL;
  readonly load: () => Promise<Open>;
  /** The address without a user, a password or options, for a person to read. */
  readonly shown: string;
}

const FORMS = 'Give sqlite:PATH, memory:, redis://HOST:PORT or postgres://USER@HOST:PORT/DATABASE.';

/** @throws UserError where no driver fits. The address itself is not repeated: it may hold a password. */
export function readAddress(given: string): Address {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url) throw new UserError('The address of the store is not a URL.', FORMS);
  const load = Object.hasOwn(DRIVERS, url.protocol) ? DRIVERS[url.protocol] : undefined;
  if (!load) throw new UserError(`No store is known by “${url.protocol}”.`, FORMS);
  if (url.protocol === 'sqlite:' && ['', ':memory:'].includes(url.pathname)) {
    throw new UserError(
      'The address of the store names no file.',
      'Give a path, as in sqlite:data/dramatis.db, or memory: to keep nothing.',
    );
  }
  const host = url.host && `//${url.host}`;
  return { url, load, shown: `${url.protocol}${host}${url.pathname}` };
}
