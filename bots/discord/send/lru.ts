/** Remembers the latest few values; older ones are forgotten. */
export interface Recent<T> {
  add(value: T): void;
  has(value: T): boolean;
}

export function recent<T>(most: number): Recent<T> {
  const kept = new Set<T>();
  return {
    add(value) {
      kept.delete(value);
      kept.add(value);
      const [oldest] = kept;
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    has: (value) => kept.has(value),
  };
}
