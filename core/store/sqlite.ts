import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Driver, DriverOptions } from './driver.ts';
import { sqliteAdapter } from './sqlite-adapter.ts';
import { sqliteModule } from './sqlite-module.ts';

/** How long a write waits for another process's, in milliseconds. It blocks, so it is short. */
const BUSY_MS = 2_000;

/** A file that several processes may have open at once (write-ahead log). */
export async function openSqlite({ url }: DriverOptions): Promise<Driver> {
  const path = resolve(decodeURIComponent(url.pathname));
  mkdirSync(dirname(path), { recursive: true });
  const { DatabaseSync } = sqliteModule();
  const db = new DatabaseSync(path);
  try {
    return drive(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function drive(db: DatabaseSync): Driver {
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  // With a write-ahead log, NORMAL outlives a crash of the process; only one of the machine can
  // take the last few writes with it.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  db.exec(
    `CREATE TABLE IF NOT EXISTS names (
       seq INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT NOT NULL, name TEXT NOT NULL,
       UNIQUE (list, name));
     CREATE INDEX IF NOT EXISTS names_by_age ON names (list, seq)`,
  );
  const add = db.prepare('INSERT OR IGNORE INTO names (list, name) VALUES (?, ?)');
  const newest = db.prepare('SELECT name FROM names WHERE list = ? ORDER BY seq DESC LIMIT ?');
  const remove = db.prepare('DELETE FROM names WHERE list = ? AND name = ?');
  let isOpen = true;
  return {
    adapter: sqliteAdapter(db),
    index: (list) => ({
      add: async (name) => {
        add.run(list, name);
      },
      newest: async (limit) => newest.all(list, limit).map((row) => String(row.name)),
      remove: async (name) => {
        remove.run(list, name);
      },
    }),
    close: async () => {
      if (isOpen) db.close();
      isOpen = false;
    },
  };
}
