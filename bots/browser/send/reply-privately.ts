import { randomUUID } from 'node:crypto';
import type { Message } from '../../../core/views/view.ts';
import { createLru } from '../../lru.ts';
import { LIMITS } from '../limits.ts';
import type { Surroundings } from '../render/block.ts';
import { privateMessage } from '../render/message.ts';
import type { Posted } from './posted.ts';

/** Messages for one person: never in the channel, kept a while for their files and pictures. */
export interface PrivateReplies {
  /** @returns the markup, for the person's own page. */
  add(message: Message): string;
  get(id: string): Posted | undefined;
  all(): Iterable<Posted>;
}

export function createPrivateReplies(
  surroundings: Surroundings,
  now = () => new Date(),
): PrivateReplies {
  const messages = createLru<string, Posted>(LIMITS.privateMessages.max);
  return {
    add: (message) => {
      const id = `p${randomUUID().slice(0, 12)}`;
      const posted: Posted = { id, at: now().toISOString(), message, revision: 0 };
      messages.set(id, posted);
      return privateMessage(posted, surroundings).toString();
    },
    get: (id) => messages.get(id),
    all: () => messages.values(),
  };
}
