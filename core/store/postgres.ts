import type { EventEmitter } from 'node:events';
import KeyvPostgres from '@keyv/postgres';
import type { Driver, DriverOptions } from './driver.ts';

const CONNECT_MS = 5_000;
/** A statement that has no answer by then has failed. */
const QUERY_MS = 10_000;
/** Keys hold a run's, a model's and a persona's name; Keyv's own 255 would be tight. */
const KEY_SIZE = 1_024;

/** A PostgreSQL server. One store at a time: @keyv/postgres has a single pool for each process. */
export async function openPostgres({ url, name }: DriverOptions): Promise<Driver> {
  const adapter = new KeyvPostgres({
    uri: url.href,
    table: name,
    keySize: KEY_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    application_name: name,
    // A process that is done need not wait for idle connections to be closed.
    allowExitOnIdle: true,
    log: listenOnce,
  });
  const names = `${name}_names`;
  const close = () => adapter.disconnect();
  try {
    // Two processes that start at once can both find the table missing; the lock sets them in a row.
    // Statements that are sent together are one transaction, with which the lock ends.
    await adapter.query(
      `SELECT pg_advisory_xact_lock(hashtext('${names}'));
       CREATE TABLE IF NOT EXISTS ${names} (
         seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL,
         UNIQUE (list, name));
       CREATE INDEX IF NOT EXISTS ${names}_by_age ON ${names} (list, seq)`,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    adapter,
    index: (list) => ({
      add: async (member) => {
        await adapter.query(
          `INSERT INTO ${names} (list, name) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
          [list, member],
        );
      },
      newest: async (limit) => {
        const rows: { name: string }[] = await adapter.query(
          `SELECT name FROM ${names} WHERE list = $1 ORDER BY seq DESC LIMIT $2`,
          [list, limit],
        );
        return rows.map((row) => row.name);
      },
      remove: async (member) => {
        await adapter.query(`DELETE FROM ${names} WHERE list = $1 AND name = $2`, [list, member]);
      },
    }),
    close,
  };
}

/**
 * An idle connection that breaks is told on the pool, where nobody listens: that would end the
 * process. The pool is out of reach except here, since it calls its own logger as a method.
 */
function listenOnce(this: EventEmitter): void {
  if (this.listenerCount('error') === 0) this.on('error', () => {});
}
