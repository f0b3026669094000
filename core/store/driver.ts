import type { KeyvStoreAdapter } from 'keyv';
import type { Index } from './store.ts';

/** One kind of store: a Keyv adapter for values, and the ordered names that Keyv has no word for. */
export interface Driver {
  /** Given the store's name as its namespace, for those that put it in front of keys. */
  readonly adapter: KeyvStoreAdapter | Map<string, unknown>;
  index(name: string): Index;
  close(): Promise<void>;
}

export interface DriverOptions {
  readonly url: URL;
  /** Sets this bot's data apart from others' in one database: a table's name, or a prefix of keys. */
  readonly name: string;
}
