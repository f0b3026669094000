import {
  RESTJSONErrorCodes as Code,
  type REST,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { createLru } from '../../lru.ts';
import { hasCode } from './api-error.ts';
import { threadProblem } from './explain-error.ts';
import type { DiscordRef } from './message-ref.ts';
import type { More, SendContext } from './request.ts';

/** The channel that a message of a thread is posted to, and the fields that it needs there. */
export interface Target {
  readonly channel: string;
  readonly more?: More;
}

/**
 * Finds the thread under a message and starts it where there is none. A thread has the id of the message
 * that it hangs on, so that nothing need be remembered; what is, only saves asking again.
 */
export function threads({ rest }: Pick<SendContext, 'rest'>): (ref: DiscordRef) => Promise<Target> {
  const open = createLru<string, true>(500);
  const impossible = createLru<string, true>(500);

  const start = async ({ channel, message, title }: DiscordRef): Promise<Target> => {
    try {
      await rest.post(Routes.threads(channel, message), {
        body: {
          name: title || 'Answers',
          auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
        },
      });
    } catch (error) {
      if (hasCode(error, Code.CannotExecuteActionOnThisChannelType)) {
        impossible.set(channel, true);
        return answerTo({ channel, message });
      }
      if (hasCode(error, Code.MissingPermissions, Code.MissingAccess)) throw threadProblem();
      if (!hasCode(error, Code.ThreadAlreadyCreatedForMessage)) throw error;
    }
    open.set(message, true);
    return { channel: message };
  };

  return async (ref) => {
    if (ref.home === 'thread') return { channel: ref.channel };
    if (open.has(ref.message)) return { channel: ref.message };
    return impossible.has(ref.channel) ? answerTo(ref) : start(ref);
  };
}

/** In a direct message there are no threads: the answer refers to the message instead. */
function answerTo({ channel, message }: Pick<DiscordRef, 'channel' | 'message'>): Target {
  return {
    channel,
    more: { message_reference: { message_id: message, fail_if_not_exists: false } },
  };
}

/** Does what Discord refuses in an archived thread, after opening it again where it was archived. */
export async function inThread<T>(rest: REST, thread: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!hasCode(error, Code.InvalidActionOnArchivedThread)) throw error;
    await rest.patch(Routes.channel(thread), { body: { archived: false } });
    return act();
  }
}
