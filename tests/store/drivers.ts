import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import KeyvPostgres from '@keyv/postgres';
import { createClient } from '@keyv/redis';

/** A store that the tests may fill, under a name of its own, and how to leave nothing of it behind. */
export interface Site {
  readonly url: string;
  readonly name: string;
  readonly remove: () => Promise<void>;
}

export interface Kind {
  readonly scheme: string;
  /** Why it can't be tested here and how it could be; absent: it can. */
  readonly skipped?: string;
  /** Whether a second store on the same site sees what the first one wrote. */
  readonly shared: boolean;
  readonly make: () => Site;
}

const { TEST_POSTGRES_URL, TEST_REDIS_URL } = process.env;
let made = 0;
const freshName = () => `test_${process.pid}_${++made}`;

function skippedWithout(variable: string, value: string | undefined, example: string) {
  return value === undefined
    ? { skipped: `skipped: to run it, set ${variable}, as in ${variable}=${example}` }
    : {};
}

export const KINDS: readonly Kind[] = [
  {
    scheme: 'sqlite',
    shared: true,
    make: () => {
      const folder = mkdtempSync(join(tmpdir(), 'dramatis-store-'));
      const remove = async () => rmSync(folder, { recursive: true });
      return { url: `sqlite:${join(folder, 'data', 'store.db')}`, name: freshName(), remove };
    },
  },
  {
    scheme: 'memory',
    shared: false,
    make: () => ({ url: 'memory:', name: freshName(), remove: async () => {} }),
  },
  {
    scheme: 'redis',
    shared: true,
    ...skippedWithout('TEST_REDIS_URL', TEST_REDIS_URL, 'redis://127.0.0.1:6379'),
    make: () => {
      const url = TEST_REDIS_URL ?? '';
      const name = freshName();
      const remove = async () => {
        const client = createClient({ url });
        await client.connect();
        for await (const keys of client.scanIterator({ MATCH: `${name}*` })) {
          if (keys.length > 0) await client.del(keys);
        }
        await client.close();
      };
      return { url, name, remove };
    },
  },
  {
    scheme: 'postgres',
    shared: true,
    ...skippedWithout(
      'TEST_POSTGRES_URL',
      TEST_POSTGRES_URL,
      'postgres://postgres@127.0.0.1:5432/test',
    ),
    make: () => {
      const url = TEST_POSTGRES_URL ?? '';
      const name = freshName();
      const remove = async () => {
        const adapter = new KeyvPostgres({ uri: url, table: name });
        await adapter.query(`DROP TABLE IF EXISTS ${name}, ${name}_names`);
        await adapter.disconnect();
      };
      return { url, name, remove };
    },
  },
];
