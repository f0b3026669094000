import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { UserError } from '../../core/domain/user-error.ts';
import { openStore } from '../../core/store/open.ts';
import { storeError } from '../../core/store/troubles.ts';
import { KINDS } from './drivers.ts';

const SECRET = 'hunter2-and-more';

async function problemOf(work: Promise<unknown>): Promise<UserError> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof UserError)) throw new Error(`no Problem but ${String(thrown)}`);
  expect(`${thrown.message} ${thrown.hint}`).not.toContain(SECRET);
  expect(thrown.hint).toMatch(/\.$/);
  return thrown;
}

describe('an address', () => {
  test.each([
    ['', 'The address of the store is not a URL.'],
    ['data/dramatis.db', 'The address of the store is not a URL.'],
    [`mongodb://user:${SECRET}@host/db`, 'No store is known by “mongodb:”.'],
    ['constructor:x', 'No store is known by “constructor:”.'],
    ['sqlite:', 'The address of the store names no file.'],
    ['sqlite::memory:', 'The address of the store names no file.'],
  ])('that is wrong: %j', async (url, message) => {
    expect((await problemOf(openStore(url))).message).toBe(message);
  });
});

describe('a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dramatis-troubles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('that is no database', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Sugar was rare. '.repeat(100));
    const error = await problemOf(openStore(`sqlite:${path}`));
    expect(error.message).toBe(`The store sqlite:${path} is not a database, or a damaged one.`);
  });

  test('that is a folder', async () => {
    expect((await problemOf(openStore(`sqlite:${folder}`))).message).toContain(
      'could not be opened',
    );
  });

  test('in a folder that is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await problemOf(openStore(`sqlite:${folder}/file/store.db`));
    expect(error.message).toContain('could not be opened');
  });

  // Root may write anywhere, whatever the permissions say.
  test.skipIf(process.getuid?.() === 0)(
    'that may not be written to (skipped for root)',
    async () => {
      const path = join(folder, 'store.db');
      await (await openStore(`sqlite:${path}`)).close();
      chmodSync(path, 0o444);
      chmodSync(folder, 0o555);
      const error = await problemOf(openStore(`sqlite:${path}`));
      chmodSync(folder, 0o755);
      expect(error.message).toContain('may not be written to');
    },
  );

  test('that another program has locked', async () => {
    const path = join(folder, 'store.db');
    const store = await openStore(`sqlite:${path}`);
    onTestFinished(() => store.close());
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('BEGIN EXCLUSIVE');
    const error = await problemOf(store.namespace('a').set('k', 1));
    expect(error.message).toBe(`The store sqlite:${path} is locked by another program.`);
    other.exec('COMMIT');
    await store.namespace('a').set('k', 1);
    expect(await store.namespace('a').get('k')).toBe(1);
  });
});

describe('a server', () => {
  test.each(['redis', 'postgres'])('that is not there: %s', async (scheme) => {
    const error = await problemOf(openStore(`${scheme}://user:${SECRET}@127.0.0.1:1/0`));
    expect(error.message).toBe(`The store ${scheme}://127.0.0.1:1/0 could not be reached.`);
  });

  test.each(['redis', 'postgres'])('whose name nobody knows: %s', async (scheme) => {
    const error = await problemOf(openStore(`${scheme}://user:${SECRET}@store.invalid/0`));
    expect(error.message).toContain('could not be reached');
  });

  test('whose database has no number: redis', async () => {
    const error = await problemOf(openStore(`redis://user:${SECRET}@127.0.0.1:1/x`));
    expect(error.message).toBe('The store redis://127.0.0.1:1/x has no database of that name.');
  });

  test.each(['redis', 'postgres'])('that hangs up: %s', async (scheme) => {
    const server = createServer((socket) => void socket.once('data', () => socket.destroy()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const error = await problemOf(openStore(`${scheme}://user:${SECRET}@127.0.0.1:${port}/0`));
    expect(error.message).toMatch(/could not be reached|did not answer as it should/);
  });
});

/** A way to a server that can be cut. */
async function cable(target: URL) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = new (near.constructor as typeof Socket)();
    far.connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut: () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      return new Promise((resolve) => server.close(resolve));
    },
    mend: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}

for (const { scheme, skipped, make } of KINDS) {
  if (scheme !== 'redis' && scheme !== 'postgres') continue;
  const note = skipped ? ` (${skipped})` : '';
  test.skipIf(skipped)(
    `a ${scheme} server that goes away is told, and may come back${note}`,
    async () => {
      const site = make();
      const way = await cable(new URL(site.url));
      const store = await openStore(way.url, { name: site.name });
      const crash = vi.fn();
      process.on('uncaughtException', crash);
      onTestFinished(async () => {
        process.off('uncaughtException', crash);
        await store.close().catch(() => {});
        await way.cut();
        await site.remove();
      });
      const shelf = store.namespace('a');
      await shelf.set('k', 1);
      await way.cut();
      // The driver notices while it has nothing to do, when nobody is there to be told.
      for (let turn = 0; turn < 50; turn++) await setImmediate();
      for (const work of [
        () => shelf.get('k'),
        () => shelf.getMany(['k']),
        () => shelf.set('k', 2),
        () => shelf.delete('k'),
        () => store.index('runs').add('r'),
        () => store.index('runs').newest(1),
      ]) {
        const error = await problemOf(work());
        expect(error.message).toContain(`The store ${scheme}://127.0.0.1:`);
      }
      await way.mend();
      await vi.waitFor(async () => expect(await shelf.get('k')).toBe(1), { timeout: 10_000 });
      expect(crash).not.toHaveBeenCalled();
    },
  );
}

test('whatever is thrown becomes a Problem, with its cause for the log', () => {
  const thrown = new Error('odd');
  expect(storeError('sqlite:x', thrown)).toMatchObject({
    message: 'The store sqlite:x did not answer as it should.',
    cause: thrown,
  });
  expect(storeError('sqlite:x', 'odd')).toBeInstanceOf(UserError);
});
