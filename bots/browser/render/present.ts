import type { Channel } from '../send/channel.ts';
import { type Posted, titleOf } from '../send/posted.ts';
import type { Pushed } from '../send/wire.ts';
import type { Surroundings } from './block.ts';
import type { Html } from './html.ts';
import { message } from './message.ts';
import { railItem } from './rail.ts';

/** The address of a message; that of a run shows the latest message about it. */
export function addressOf(channel: Channel, { id, root, run }: Posted): string {
  const parent = root === undefined ? undefined : channel.get(root);
  if (parent) return `${threadAddress(channel, parent)}#${id}`;
  return `/runs/${run !== undefined && channel.find(run)?.id === id ? run : id}`;
}

export function threadAddress(channel: Channel, root: Posted): string {
  return `${addressOf(channel, root)}/thread`;
}

export function presentMessage(channel: Channel, posted: Posted, surroundings: Surroundings): Html {
  const replies = posted.root === undefined ? channel.replies(posted.id).length : 0;
  return message(posted, { address: addressOf(channel, posted), replies }, surroundings);
}

/** Its entry in the list of runs; undefined where it shows none, or where a later message shows it. */
export function presentRail(channel: Channel, posted: Posted): Html | undefined {
  if (posted.run === undefined || channel.find(posted.run)?.id !== posted.id) return undefined;
  const { view } = posted.message;
  return railItem({
    run: posted.run,
    address: addressOf(channel, posted),
    title: titleOf(view),
    state: view.state,
    at: posted.at,
  });
}

/** A change as the page's script takes it. */
export function pushed(channel: Channel, posted: Posted, surroundings: Surroundings): Pushed {
  const { view } = posted.message;
  return {
    id: posted.id,
    root: posted.root,
    html: presentMessage(channel, posted, surroundings).toString(),
    rail: presentRail(channel, posted)?.toString(),
    state: view.state,
    title: titleOf(view),
  };
}
