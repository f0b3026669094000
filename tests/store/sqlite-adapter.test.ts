import { DatabaseSync } from 'node:sqlite';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { sqliteAdapter } from '../../core/store/sqlite-adapter.ts';

const { describe, expect, test, vi } = vitest;

describe('the SQLite adapter, by Keyv’s own test suite', () => {
  const db = new DatabaseSync(':memory:');
  const store = () => sqliteAdapter(db);
  keyvTestSuite(vitest, Keyv, store);
  keyvIteratorTests(vitest, Keyv, store);
});

describe('the SQLite adapter', () => {
  const open = (namespace?: string) => {
    const db = new DatabaseSync(':memory:');
    const keyv = new Keyv({ store: sqliteAdapter(db), ...(namespace ? { namespace } : {}) });
    const rows = () => db.prepare('SELECT count(*) AS n FROM keyv').get()?.n;
    return { db, keyv, rows };
  };

  test('sets and deletes many in one step', async () => {
    const { keyv, rows } = open('a');
    await keyv.setMany([
      { key: 'x', value: 1 },
      { key: 'y', value: 2, ttl: 1_000 },
    ]);
    expect(await keyv.get(['x', 'y'])).toEqual([1, 2]);
    expect(await keyv.hasMany(['x', 'z'])).toEqual([true, false]);
    expect(await keyv.delete(['x', 'y', 'z'])).toBe(true);
    expect(rows()).toBe(0);
  });

  test('sets all of many or none', async () => {
    const { db, keyv, rows } = open();
    db.exec(
      "CREATE TRIGGER no BEFORE INSERT ON keyv WHEN new.key LIKE '%y' BEGIN SELECT raise(ABORT, 'no'); END",
    );
    keyv.on('error', () => {});
    await keyv.setMany([
      { key: 'x', value: 1 },
      { key: 'y', value: 2 },
    ]);
    expect(rows()).toBe(0);
    expect(await keyv.set('z', 3)).toBe(true);
  });

  test('goes through more rows than a page has, and through its own namespace only', async () => {
    const { db, keyv } = open('a');
    const other = new Keyv({ store: sqliteAdapter(db), namespace: 'ab' });
    await other.set('k', 'other');
    const names = Array.from({ length: 250 }, (_, at) => `k${at}`);
    for (const name of names) await keyv.set(name, name);
    const seen: string[] = [];
    for await (const [key] of keyv.iterator?.({}) ?? []) seen.push(key);
    expect(seen.toSorted()).toEqual(names.toSorted());
    await keyv.clear();
    expect(await other.get('k')).toBe('other');
  });

  test('is rid of expired rows when it is opened', async () => {
    const { db, keyv, rows } = open();
    vi.useFakeTimers({ toFake: ['Date'] });
    await keyv.set('short', 1, 1_000);
    await keyv.set('long', 2);
    vi.setSystemTime(Date.now() + 1_001);
    expect(rows()).toBe(2);
    sqliteAdapter(db);
    vi.useRealTimers();
    expect(rows()).toBe(1);
  });
});
