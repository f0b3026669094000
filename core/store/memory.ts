import type { Driver } from './driver.ts';

/** Nothing outlives the process: for tests and for trying things out. */
export async function openMemory(): Promise<Driver> {
  const lists = new Map<string, Set<string>>();
  return {
    adapter: new Map(),
    index: (list) => {
      const names = lists.get(list) ?? new Set();
      lists.set(list, names);
      return {
        add: async (name) => {
          names.add(name);
        },
        newest: async (limit) => [...names].reverse().slice(0, limit),
        remove: async (name) => {
          names.delete(name);
        },
      };
    },
    close: async () => {},
  };
}
