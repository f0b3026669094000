import { randomUUID } from 'node:crypto';
import type { Message } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import type { Posted } from './posted.ts';

/** The messages of the one channel that a browser shows, in the order in which they were posted. */
export interface Channel {
  /** Changes when the channel is made anew, so that a page knows that its revision is of another one. */
  readonly epoch: string;
  /** The number of the latest change. */
  revision(): number;
  post(message: Message, place: { root?: string | undefined; run?: string | undefined }): Posted;
  /** Undefined where the message is not kept any more. */
  edit(id: string, message: Message, run: string | undefined): Posted | undefined;
  get(id: string): Posted | undefined;
  /** By a run's id, the latest message that shows it; or by a message's own. */
  find(address: string): Posted | undefined;
  roots(): readonly Posted[];
  replies(root: string): readonly Posted[];
  /** The messages that changed after a revision, the oldest change first. */
  since(revision: number): readonly Posted[];
  /** Resolves at the next change, or when the channel closes. */
  changed(): Promise<void>;
  readonly closed: boolean;
  close(): void;
}

export function createChannel(kept: readonly Posted[] = [], now = () => new Date()): Channel {
  const messages = new Map(kept.map((posted) => [posted.id, posted]));
  let revision = Math.max(0, ...kept.map((posted) => posted.revision));
  let change = Promise.withResolvers<void>();
  let closed = false;

  const put = (posted: Omit<Posted, 'revision'>): Posted => {
    revision += 1;
    const next = { ...posted, revision };
    messages.set(posted.id, next);
    change.resolve();
    change = Promise.withResolvers();
    return next;
  };
  /** A message is shown anew when its thread grows, since it says how long that is. */
  const touch = (id: string): void => {
    const root = messages.get(id);
    if (root) put(root);
  };
  const makeRoom = (): void => {
    const oldest = [...messages.values()].find(({ root }) => root === undefined);
    if (messages.size < LIMITS.messages.max || !oldest) return;
    for (const { id, root } of [...messages.values()]) {
      if (id === oldest.id || root === oldest.id) messages.delete(id);
    }
  };

  return {
    epoch: randomUUID().slice(0, 8),
    revision: () => revision,
    post: (message, { root, run }) => {
      makeRoom();
      const id = `m${randomUUID().slice(0, 12)}`;
      const posted = put({ id, root, run, at: now().toISOString(), message });
      if (root !== undefined) touch(root);
      return posted;
    },
    edit: (id, message, run) => {
      const before = messages.get(id);
      return before && put({ ...before, message, run: run ?? before.run });
    },
    get: (id) => messages.get(id),
    find: (address) =>
      [...messages.values()].findLast(({ run }) => run === address) ?? messages.get(address),
    roots: () => [...messages.values()].filter(({ root }) => root === undefined),
    replies: (id) => [...messages.values()].filter(({ root }) => root === id),
    since: (seen) =>
      [...messages.values()]
        .filter((posted) => posted.revision > seen)
        .sort((a, b) => a.revision - b.revision),
    changed: () => (closed ? Promise.resolve() : change.promise),
    get closed() {
      return closed;
    },
    close: () => {
      closed = true;
      change.resolve();
    },
  };
}
