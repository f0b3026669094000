import type { Store } from '../../core/store/store.ts';
import type { Platform } from '../platform.ts';

/** Platforms deliver again for up to five minutes. */
const REMEMBERED_MS = 10 * 60_000;

/** Remembers deliveries, so that none is acted on twice. */
export interface Deliveries {
  /** False for the first call with an id, whichever process makes it; true for one that comes again. */
  isRepeated(platform: Platform, id: string): Promise<boolean>;
}

export function createDeliveries(store: Pick<Store, 'namespace'>): Deliveries {
  const known = store.namespace('deliveries');
  /** Those of which the store has yet to be asked. */
  const asking = new Set<string>();
  return {
    async isRepeated(platform, id) {
      const key = `${platform.id}:${id}`;
      if (asking.has(key)) return true;
      asking.add(key);
      try {
        if (await known.get(key)) return true;
        await known.set(key, true, REMEMBERED_MS);
        return false;
      } finally {
        asking.delete(key);
      }
    },
  };
}
