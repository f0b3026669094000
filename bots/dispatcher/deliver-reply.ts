import type { CommandReply } from '../../core/command-line/declare.ts';
import { noticeMessage } from '../../core/views/error-message.ts';
import type { Invocation, Place, Platform } from '../platform.ts';
import { retryWhenRateLimited } from '../retry.ts';
import type { LiveMessages } from './live-messages.ts';
import type { PostOnce } from './post-once.ts';
import type { ShownRuns } from './shown-runs.ts';

/** All that a reply is delivered by. */
export interface DeliveryParts {
  readonly shownRuns: ShownRuns;
  readonly liveMessages: LiveMessages;
  readonly postOnce: PostOnce;
}

/** Shows a command's reply to those whom it is for. Resolves when it was posted; a run may go on. */
export async function deliverReply(
  { shownRuns, liveMessages, postOnce }: DeliveryParts,
  platform: Platform,
  invocation: Invocation,
  reply: CommandReply,
): Promise<void> {
  const here: Place = { channel: invocation.channel, thread: invocation.thread };
  switch (reply.to) {
    case 'asker': {
      await invocation.replyPrivately(reply.message);
      const shown = reply.touches && (await shownRuns.find(platform, reply.touches));
      if (reply.touches && shown) liveMessages.keep(platform, reply.touches, shown.ref);
      return;
    }
    case 'live': {
      invocation.onRun?.(reply.run);
      const shown = reply.inPlace ? await shownRuns.find(platform, reply.run) : undefined;
      if (shown) return liveMessages.keep(platform, reply.run, shown.ref);
      const message = await liveMessages.draw(reply.run);
      const ref = await retryWhenRateLimited(() => platform.post(here, message));
      await shownRuns.save(platform, reply.run, { channel: here.channel, ref });
      return liveMessages.keep(platform, reply.run, ref, message);
    }
    case 'thread': {
      const shown = await shownRuns.find(platform, reply.run);
      const place = shown ? { channel: shown.channel, thread: shown.ref } : here;
      if (await postOnce(platform, place, reply.messages)) return;
      return invocation.replyPrivately(
        noticeMessage(
          `This stands in the thread of run ${reply.run} already.`,
          'Nothing has changed since.',
        ),
      );
    }
  }
}
