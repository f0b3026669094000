import type { Command } from '../../../core/command-line/declare.ts';
import type { Message } from '../../../core/views/view.ts';
import type { MessageRef, Place, Platform } from '../../platform.ts';
import { TIMES } from '../limits.ts';
import { runOf } from '../render/run-of.ts';
import type { Channel } from './channel.ts';
import { readRef, writeRef } from './message-ref.ts';
import type { MessageStore } from './message-store.ts';
import type { Posted } from './posted.ts';

/** The one channel's id on its platform. */
export const CHANNEL = 'local';

export interface BrowserPlatformParts {
  readonly channel: Channel;
  readonly store?: MessageStore | undefined;
  readonly commands: () => ReadonlyMap<string, Command>;
}

export function browserPlatform({ channel, store, commands }: BrowserPlatformParts): Platform {
  /** While a run goes on its edits are not kept: after a restart it is drawn anew. */
  const keep = async (posted: Posted, first: boolean): Promise<void> => {
    if (first || posted.message.view.state !== 'running') await store?.save(posted);
  };
  return {
    id: 'local',
    editEveryMs: TIMES.editEvery.max,
    keepsMessages: true,
    post: async (place, message) => {
      const run = runOf(message.view, commands());
      const posted = channel.post(message, { root: rootOf(channel, place), run });
      await keep(posted, true);
      return writeRef(posted.id);
    },
    edit: async (ref, message) => {
      const run = runOf(message.view, commands());
      const posted = channel.edit(readRef(ref), message, run);
      if (posted) await keep(posted, false);
    },
  };
}

/** Threads are one deep: a thread on a reply is the thread that the reply stands in. */
function rootOf(channel: Channel, { thread }: Place): string | undefined {
  const posted = thread && channel.get(readRef(thread));
  return posted && (posted.root ?? posted.id);
}

/** The posts that one invocation led to, so that the page of the person who acted can show them. */
export interface Posts {
  /** The message whose thread was posted to. */
  thread?: Posted;
  /** A message that was posted to the channel itself. */
  posted?: Posted;
}

/** The same platform, which also notes in `posts` what is posted through it. */
export function recordingPosts(platform: Platform, channel: Channel, posts: Posts): Platform {
  const post = async (place: Place, message: Message): Promise<MessageRef> => {
    const ref = await platform.post(place, message);
    const posted = channel.get(readRef(ref));
    const root = posted?.root === undefined ? undefined : channel.get(posted.root);
    if (root) posts.thread = root;
    else if (posted) posts.posted = posted;
    return ref;
  };
  return { ...platform, post };
}
