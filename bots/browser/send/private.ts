import { randomUUID } from 'node:crypto';
import type { Message } from '../../../core/views/view.ts';
import type { Surroundings } from '../render/block.ts';
import { privateMessage } from '../render/message.ts';
import type { Posted } from './posted.ts';

/** Messages for one person: never in the channel, kept a while for their files and pictures. */
export interface Private {
  /** @returns the markup, for the person's own page. */
  tell(message: Message): string;
  get(id: string): Posted | undefined;
  all(): Iterable<Posted>;
}

const KEPT = 50;

export function createPrivate(surroundings: Surroundings, now = () => new Date()): Private {
  const messages = new Map<string, Posted>();
  return {
    tell: (message) => {
      const id = `p${randomUUID().slice(0, 12)}`;
      const posted: Posted = { id, at: now().toISOString(), message, revision: 0 };
      messages.set(id, posted);
      const [oldest] = messages.keys();
      if (messages.size > KEPT && oldest !== undefined) messages.delete(oldest);
      return privateMessage(posted, surroundings).toString();
    },
    get: (id) => messages.get(id),
    all: () => messages.values(),
  };
}
