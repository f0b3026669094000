import type { Command } from '../../../core/command-line/declare.ts';
import type { Message } from '../../../core/views/view.ts';
import type { MessageRef, Place, Platform } from '../../platform.ts';
import { runOf } from '../render/run-of.ts';
import type { Channel } from './channel.ts';
import type { Keeper } from './keep.ts';
import type { Posted } from './posted.ts';

/** The one channel's id on its platform. */
export const CHANNEL = 'local';

/** A page takes about eight changes a second without work to spare being wasted. */
const EDIT_EVERY_MS = 120;

export interface PortParts {
  readonly channel: Channel;
  readonly keeper?: Keeper | undefined;
  readonly commands: () => ReadonlyMap<string, Command>;
}

export function createPort({ channel, keeper, commands }: PortParts): Platform {
  /** While a run goes on its edits are not kept: after a restart it is drawn anew. */
  const keep = async (posted: Posted, first: boolean): Promise<void> => {
    if (first || posted.message.view.state !== 'running') await keeper?.save(posted);
  };
  return {
    id: 'local',
    editEveryMs: EDIT_EVERY_MS,
    post: async (place, message) => {
      const run = runOf(message.view, commands());
      const posted = channel.post(message, { root: rootOf(channel, place), run });
      await keep(posted, true);
      return refTo(posted.id);
    },
    edit: async (ref, message) => {
      const run = runOf(message.view, commands());
      const posted = channel.edit(idOf(ref), message, run);
      if (posted) await keep(posted, false);
    },
  };
}

/** Threads are one deep: a thread on a reply is the thread that the reply stands in. */
function rootOf(channel: Channel, { thread }: Place): string | undefined {
  const posted = thread && channel.get(idOf(thread));
  return posted && (posted.root ?? posted.id);
}

export function refTo(id: string): MessageRef {
  return { message: id };
}

function idOf(ref: MessageRef): string {
  return ref.message ?? '';
}

/** What one invocation led to, so that the page of the person who acted can show it. */
export interface Led {
  /** Where something was posted to a thread: the message that it hangs on. */
  thread?: Posted;
  /** A message that was posted to the channel itself. */
  posted?: Posted;
}

/** The same platform, which also notes in `led` what is posted through it. */
export function noting(platform: Platform, channel: Channel, led: Led): Platform {
  const post = async (place: Place, message: Message): Promise<MessageRef> => {
    const ref = await platform.post(place, message);
    const posted = channel.get(idOf(ref));
    const root = posted?.root === undefined ? undefined : channel.get(posted.root);
    if (root) led.thread = root;
    else if (posted) led.posted = posted;
    return ref;
  };
  return { ...platform, post };
}
