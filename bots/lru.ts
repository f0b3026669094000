/** A map of the latest few: what was used longest ago makes way, so that it cannot grow without end. */
export interface Lru<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  has(key: K): boolean;
  delete(key: K): void;
  values(): Iterable<V>;
}

export function createLru<K, V>(most: number): Lru<K, V> {
  /** In the order of their use, the latest last. */
  const entries = new Map<K, V>();
  const use = (key: K, value: V): void => {
    entries.delete(key);
    entries.set(key, value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) use(key, value);
      return value;
    },
    set(key, value) {
      use(key, value);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    has: (key) => entries.has(key),
    delete: (key) => void entries.delete(key),
    values: () => entries.values(),
  };
}
