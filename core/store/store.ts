/** Values by key, apart from those of every other namespace. Whatever fails rejects with a UserError. */
export interface Shelf {
  get<T>(key: string): Promise<T | undefined>;
  /** In the order of the keys, `undefined` where there is none. */
  getMany<T>(keys: readonly string[]): Promise<readonly (T | undefined)[]>;
  /** @param value plain JSON. @param ttlMs milliseconds until it is forgotten; absent: never. */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * Names in the order in which they were first added. Adding is one atomic step in every driver, so
 * processes that share a store neither lose names nor need a lock, and adding again changes nothing.
 */
export interface Index {
  add(name: string): Promise<void>;
  /** At most `limit` names, the newest first. */
  newest(limit: number): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}

/** Keeps everything that outlives a process. */
export interface Store {
  /** @param name lower-case letters, digits and hyphens. */
  namespace(name: string): Shelf;
  index(name: string): Index;
  /** Waits for what is under way. Afterwards everything rejects. */
  close(): Promise<void>;
}
