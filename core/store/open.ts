import { Keyv } from 'keyv';
import { UserError } from '../domain/user-error.ts';
import { readAddress } from './address.ts';
import type { Driver } from './driver.ts';
import { usePlainJson } from './plain-json.ts';
import type { Index, Shelf, Store } from './store.ts';
import { storeError } from './troubles.ts';

/** The table or prefix under which the bot's data is kept in a database that others share. */
const NAME = 'dramatis';

/**
 * Opens a store: `sqlite:PATH`, `memory:`, `redis://…` or `postgres://…`. One that cannot be opened
 * or that fails later rejects with a UserError, in which no password is told.
 * @param name sets this data apart from others' in one database; lower-case letters, digits and `_`.
 */
export async function openStore(address: string, { name = NAME } = {}): Promise<Store> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new TypeError(`not a name for a store: ${name}`);
  const { url, load, shown } = readAddress(address);
  const guard: Guard = (work) => work().catch((error) => Promise.reject(storeError(shown, error)));
  const driver = await guard(async () => (await load())({ url, name }));
  return overDriver(driver, name, guard, shown);
}

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

function overDriver(driver: Driver, name: string, guard: Guard, shown: string): Store {
  // Shelves put their names in front of keys themselves, since an adapter has one namespace for all
  // who use it. That one is set here: Keyv would overwrite what the driver chose with its own.
  const keyv = new Keyv({
    store: driver.adapter,
    namespace: name,
    useKeyPrefix: false,
    throwOnErrors: true,
  });
  usePlainJson(keyv);
  let closing: Promise<void> | undefined;
  const pending = new Set<Promise<unknown>>();
  const during: Guard = (work) => {
    if (closing) return Promise.reject(closed(shown));
    const result = guard(work);
    pending.add(result);
    const forget = () => void pending.delete(result);
    result.then(forget, forget);
    return result;
  };
  return {
    namespace: (one) => shelf(keyv, `${one}:`, during),
    index: (one) => guarded(driver.index(one), during),
    close: () => {
      closing ??= Promise.allSettled(pending).then(() => guard(driver.close));
      return closing;
    },
  };
}

function shelf(keyv: Keyv, prefix: string, during: Guard): Shelf {
  return {
    get: <T>(key: string) => during(() => keyv.get<T>(prefix + key)),
    getMany: <T>(keys: readonly string[]) =>
      during(async () =>
        keys.length === 0 ? [] : keyv.getMany<T>(keys.map((key) => prefix + key)),
      ),
    set: (key, value, ttlMs) =>
      during(async () => {
        await keyv.set(prefix + key, value, ttlMs);
      }),
    delete: (key) =>
      during(async () => {
        await keyv.delete(prefix + key);
      }),
  };
}

function guarded(index: Index, during: Guard): Index {
  return {
    add: (name) => during(() => index.add(name)),
    newest: (limit) => during(async () => (limit < 1 ? [] : index.newest(limit))),
    remove: (name) => during(() => index.remove(name)),
  };
}

function closed(shown: string): UserError {
  return new UserError(`The store ${shown} is closed.`, 'Start the bot again.');
}
