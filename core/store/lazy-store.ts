import { once } from '../domain/once.ts';
import type { Index, Shelf, Store } from './store.ts';

/** A store that is opened when something is first read from it or written to it. */
export function lazyStore(open: () => Promise<Store>): Store & { open(): Promise<Store> } {
  const store = once(open);
  return {
    open: store,
    namespace: (name): Shelf => {
      const shelf = async () => (await store()).namespace(name);
      return {
        get: async <T>(key: string) => (await shelf()).get<T>(key),
        getMany: async <T>(keys: readonly string[]) => (await shelf()).getMany<T>(keys),
        set: async (key, value, ttlMs) => (await shelf()).set(key, value, ttlMs),
        delete: async (key) => (await shelf()).delete(key),
      };
    },
    index: (name): Index => {
      const index = async () => (await store()).index(name);
      return {
        add: async (one) => (await index()).add(one),
        newest: async (limit) => (await index()).newest(limit),
        remove: async (one) => (await index()).remove(one),
      };
    },
    close: async () => {
      // One that could not be opened need not be closed.
      await (await store.begun()?.catch(() => undefined))?.close();
    },
  };
}
