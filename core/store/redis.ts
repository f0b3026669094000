import KeyvRedis, { createClient } from '@keyv/redis';
import type { Driver, DriverOptions } from './driver.ts';

const CONNECT_MS = 3_000;
/** A command that has no answer by then has failed. */
const COMMAND_MS = 10_000;

/** A Redis or Valkey server. A lost connection is made again; until then everything rejects. */
export async function openRedis({ url, name }: DriverOptions): Promise<Driver> {
  let connected = false;
  const client = createClient({
    url: url.href,
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    socket: {
      connectTimeout: CONNECT_MS,
      // At the start a wrong address should be told at once; later a server may well come back.
      reconnectStrategy: (retries, cause) =>
        connected ? Math.min(100 * 2 ** retries, 5_000) : cause,
    },
  });
  // Without a listener Node ends the process; the command that was under way rejects by itself.
  client.on('error', () => {});
  await client.connect();
  connected = true;
  return {
    adapter: new KeyvRedis(client, { throwOnErrors: true }),
    index: (list) => {
      const key = `${name}:names:${list}`;
      return {
        add: async (member) => {
          // The counter may skip a number where two add at once; the order stays.
          const score = await client.incr(`${key}:seq`);
          await client.zAdd(key, { score, value: member }, { condition: 'NX' });
        },
        newest: (limit) => client.zRange(key, 0, limit - 1, { REV: true }),
        remove: async (member) => {
          await client.zRem(key, member);
        },
      };
    },
    close: async () => {
      if (client.isOpen) await client.close();
    },
  };
}
