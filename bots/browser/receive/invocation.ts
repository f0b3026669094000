import { z } from 'zod';
import type { Person } from '../../../core/domain/person.ts';
import { UserError } from '../../../core/domain/user-error.ts';
import { errorMessage } from '../../../core/views/error-message.ts';
import type { Message } from '../../../core/views/view.ts';
import type { Dispatcher } from '../../dispatcher.ts';
import type { Platform } from '../../platform.ts';
import { LIMITS } from '../limits.ts';
import { threadAddress } from '../render/present.ts';
import type { Channel } from '../send/channel.ts';
import { writeRef } from '../send/message-ref.ts';
import { CHANNEL, type Posts, recordingPosts } from '../send/platform.ts';
import type { PrivateReplies } from '../send/reply-privately.ts';
import type { Answer } from '../send/wire.ts';
import { lineOf } from './typed.ts';

const line = z.string().max(LIMITS.line.max);
const thread = z.string().max(64).optional();

/** A page's request: text from a composer, or the line of a button. `id` names the delivery. */
export const requestSchema = z.union([
  z.strictObject({ id: z.uuid(), typed: line, thread }),
  z.strictObject({ id: z.uuid(), line, thread }),
]);
export type PageRequest = z.infer<typeof requestSchema>;

export interface DispatchParts {
  readonly dispatcher: Dispatcher;
  readonly platform: Platform;
  readonly channel: Channel;
  readonly who: Person;
  readonly privateReplies: PrivateReplies;
}

/** Hands a page's request to the dispatcher. @returns what came of it, for that page alone. */
export async function dispatch(
  { dispatcher, platform, channel, who, privateReplies }: DispatchParts,
  request: PageRequest,
): Promise<Answer> {
  const root = request.thread === undefined ? undefined : channel.get(request.thread);
  if (request.thread !== undefined && !root) {
    return explainError(
      privateReplies,
      new UserError('This thread is not kept any more.', 'Ask in the channel.', {
        code: 'not-found',
      }),
    );
  }
  const posts: Posts = {};
  let reply: Message | undefined;
  await dispatcher.handle(recordingPosts(platform, channel, posts), {
    id: request.id,
    request: {
      line:
        'line' in request
          ? request.line
          : lineOf(request.typed, dispatcher.app.commands, root && lastRun(channel, root.id)),
    },
    who,
    channel: CHANNEL,
    thread: root && writeRef(root.id),
    replyPrivately: async (message) => {
      reply = message;
    },
  });
  const { thread, posted } = posts;
  return {
    ...(thread && { thread: { root: thread.id, address: threadAddress(channel, thread) } }),
    ...(posted && { posted: posted.id }),
    ...(reply && { reply: privateReplies.add(reply) }),
    failed: reply?.view.state === 'failed',
  };
}

/** An error in what a page sent, in the form of every other answer. */
export function explainError(privateReplies: PrivateReplies, error: UserError): Answer {
  return { reply: privateReplies.add(errorMessage(error)), failed: true };
}

/** The run that a follow-up goes on from: the latest of the thread. */
export function lastRun(channel: Channel, root: string): string | undefined {
  const replies = channel.replies(root).flatMap(({ run }) => (run === undefined ? [] : [run]));
  return replies.at(-1) ?? channel.get(root)?.run;
}
