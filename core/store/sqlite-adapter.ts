import type { DatabaseSync } from 'node:sqlite';
import type { KeyvStoreAdapter } from 'keyv';

/** How many rows an iterator holds at once. */
const PAGE = 100;
/** Keys given to one statement at most; SQLite itself stands 32,766 parameters. */
const BATCH = 500;

/** A Keyv adapter on `node:sqlite`. The table is made where it is missing, and rid of expired rows. */
export function sqliteAdapter(db: DatabaseSync): KeyvStoreAdapter {
  db.exec('CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT, expires INTEGER)');
  db.prepare('DELETE FROM keyv WHERE expires <= ?').run(Date.now());

  const live = '(expires IS NULL OR expires > ?)';
  const one = db.prepare(`SELECT value FROM keyv WHERE key = ? AND ${live}`);
  const upsert = db.prepare(
    `INSERT INTO keyv (key, value, expires) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
  );
  const remove = db.prepare('DELETE FROM keyv WHERE key = ?');
  const wipe = db.prepare('DELETE FROM keyv WHERE key >= ? AND key < ?');
  const page = db.prepare(
    `SELECT key, value FROM keyv WHERE key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ${PAGE}`,
  );
  const write = (key: string, value: unknown, ttl?: number) =>
    upsert.run(key, String(value), ttl === undefined ? null : Date.now() + ttl);

  const adapter: KeyvStoreAdapter = {
    opts: { dialect: 'sqlite', url: 'sqlite:' },
    namespace: undefined,
    // Errors are thrown where they happen; there is no connection that could break in between.
    on: () => adapter,

    get: async <Value>(key: string) => one.get(key, Date.now())?.value as Value | undefined,

    getMany: async <Value>(keys: string[]) => {
      const found = new Map<unknown, unknown>();
      for (let from = 0; from < keys.length; from += BATCH) {
        const batch = keys.slice(from, from + BATCH);
        const marks = batch.map(() => '?').join();
        const rows = db
          .prepare(`SELECT key, value FROM keyv WHERE key IN (${marks}) AND ${live}`)
          .all(...batch, Date.now());
        for (const row of rows) found.set(row.key, row.value);
      }
      return keys.map((key) => found.get(key) as Value | undefined);
    },

    set: async (key: string, value: unknown, ttl?: number) => {
      write(key, value, ttl);
    },

    setMany: async (entries) => {
      transaction(db, () => {
        for (const { key, value, ttl } of entries) write(key, value, ttl);
      });
    },

    has: async (key) => one.get(key, Date.now()) !== undefined,

    delete: async (key) => remove.run(key).changes > 0,

    deleteMany: async (keys) => {
      let deleted = 0;
      transaction(db, () => {
        for (const key of keys) deleted += Number(remove.run(key).changes);
      });
      return deleted > 0;
    },

    clear: async () => {
      wipe.run(...range(adapter.namespace));
    },

    async *iterator<Value>(namespace?: string) {
      const [from, to] = range(namespace);
      for (let last = ''; ; ) {
        const rows = page.all(last, from, to);
        for (const row of rows) {
          last = String(row.key);
          yield [last, row.value as Awaited<Value>];
        }
        if (rows.length < PAGE) return;
      }
    },
  };
  return adapter;
}

/** The keys of a namespace, from and up to: `;` is the character that follows `:`. */
function range(namespace: string | undefined): [from: string, to: string] {
  return namespace === undefined ? ['', '\u{10FFFF}'] : [`${namespace}:`, `${namespace};`];
}

function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
