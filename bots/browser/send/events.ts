import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Surroundings } from '../render/block.ts';
import { pushed } from '../render/present.ts';
import type { Channel } from './channel.ts';

/** A page's position: the channel that it knows, and the last change that it has seen. */
export function position(channel: Channel, revision: number): string {
  return `${channel.epoch}.${revision}`;
}

/**
 * Sends each change after the one that the page has seen, and then on as they come. What a page can't
 * take as fast as it comes is left out: only the latest state of a message is ever sent.
 */
export function events(context: Context, channel: Channel, surroundings: Surroundings): Response {
  const seen = context.req.header('last-event-id') ?? context.req.query('after') ?? '';
  const [epoch, number] = seen.split('.');
  return streamSSE(context, async (stream) => {
    let gone = false;
    const left = Promise.withResolvers<void>();
    stream.onAbort(() => {
      gone = true;
      left.resolve();
    });
    let revision = Number(number);
    if (epoch !== channel.epoch || !Number.isSafeInteger(revision)) {
      revision = channel.revision();
      await stream.writeSSE({ event: 'anew', data: '', id: position(channel, revision) });
    } else {
      await stream.writeSSE({ event: 'here', data: '', id: position(channel, revision) });
    }
    while (!gone && !channel.closed) {
      const change = channel.changed();
      for (const posted of channel.since(revision)) {
        revision = posted.revision;
        const data = JSON.stringify(pushed(channel, posted, surroundings));
        await stream.writeSSE({ event: 'message', data, id: position(channel, revision) });
        if (gone) return;
      }
      await Promise.race([change, left.promise]);
    }
  });
}
