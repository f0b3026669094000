import { createHash } from 'node:crypto';
import { nextTurn } from '../../core/domain/slices.ts';
import type { Store } from '../../core/store/store.ts';
import type { Message } from '../../core/views/view.ts';
import type { Place, Platform } from '../platform.ts';
import { retryWhenRateLimited } from '../retry.ts';

/** After that long a thread is asked for what it may have lost. */
const REMEMBERED_MS = 60 * 60_000;

/**
 * Posts messages, unless the very same stand in that place already: a button that is clicked twice says
 * nothing twice. @returns whether they were posted.
 */
export type PostOnce = (
  platform: Platform,
  place: Place,
  messages: readonly Message[],
) => Promise<boolean>;

export function createPostOnce(store: Pick<Store, 'namespace'>): PostOnce {
  const posted = store.namespace('posted');
  const posting = new Set<string>();
  return async (platform, place, messages) => {
    const post = async (): Promise<void> => {
      for (const message of messages) {
        await retryWhenRateLimited(() => platform.post(place, message));
      }
    };
    if (!platform.keepsMessages) {
      await post();
      return true;
    }
    const key = `${platform.id}/${await hashOf(place, messages)}`;
    if (posting.has(key)) return false;
    posting.add(key);
    try {
      if (await posted.get(key)) return false;
      await post();
      await posted.set(key, true, REMEMBERED_MS);
      return true;
    } finally {
      posting.delete(key);
    }
  };
}

/** Characters or bytes that are hashed before others have their turn. */
const SLICE = 2 ** 20;

/** Of a place and all that is posted there. A file goes in as it is, since it may have megabytes. */
async function hashOf(place: Place, messages: readonly Message[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(place));
  for (const { view, files = [] } of messages) {
    const about = files.map(({ name, mime, content }) => [name, mime, content.length]);
    hash.update(JSON.stringify([view, about]));
    for (const { content } of files) {
      for (let from = 0; from < content.length; from += SLICE) {
        if (from > 0) await nextTurn();
        hash.update(content.slice(from, from + SLICE));
      }
    }
  }
  return hash.digest('hex');
}
