import type { Shelf } from '../../../core/store/store.ts';

/** A store's namespaces in memory, with the lifetime that each value was given. */
export function memory() {
  const values = new Map<string, { readonly value: unknown; readonly ttlMs: number | undefined }>();
  const namespace = (name: string): Shelf => ({
    get: async <T>(key: string) => values.get(`${name}|${key}`)?.value as T | undefined,
    getMany: async () => [],
    set: async (key, value, ttlMs) => void values.set(`${name}|${key}`, { value, ttlMs }),
    delete: async (key) => void values.delete(`${name}|${key}`),
  });
  return { namespace, values };
}
