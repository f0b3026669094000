import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../../core/views/view.ts';
import { sendWithFallback } from '../../fallback.ts';
import { FALLBACK_LEVELS, type FallbackLevel } from '../render/fallback-levels.ts';
import { type Payload, render } from '../render/message.ts';
import { isRejection } from './api-error.ts';
import { explainError } from './explain-error.ts';
import { share } from './files.ts';

/** The person who is replied to, and the place where they asked. */
export interface Asker {
  readonly user: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Works for half an hour, and where the bot is no member; forms and mentions have none. */
  readonly respond?: RespondFn | undefined;
}

/**
 * Shows a message to one person: through the response address, else as an ephemeral message of the
 * bot, else directly. Its files go into a direct message, since ephemeral ones cannot have any.
 */
export async function replyPrivately(
  client: WebClient,
  asker: Asker,
  { view, files }: Message,
): Promise<void> {
  const { user, channel, thread, respond } = asker;
  const at = (level: FallbackLevel) => render(view, { level, place: 'private' });
  const here = thread ? { thread_ts: thread } : {};
  const answer = async (level: FallbackLevel) => {
    await respond?.({ ...contentOf(at(level)), ...EPHEMERAL, ...here });
    return level;
  };
  const withFallback = async (call: (payload: Payload) => Promise<unknown>) => {
    const send = (level: FallbackLevel) => call(at(level));
    return (await sendWithFallback({ levels: FALLBACK_LEVELS, send, isRejection })).level;
  };
  const level = await firstThatWorks([
    ...(respond ? [() => answer('native'), () => answer('file')] : []),
    () =>
      withFallback((payload) =>
        client.chat.postEphemeral({ channel, user, ...contentOf(payload), ...here }),
      ),
    () =>
      withFallback((payload) => client.chat.postMessage({ channel: user, ...contentOf(payload) })),
  ]);
  const all = [...at(level).files, ...(files ?? [])];
  if (all.length === 0) return;
  const direct = await client.conversations.open({ users: user });
  await share(client, { channel: direct.channel?.id ?? user }, all);
}

const EPHEMERAL = { response_type: 'ephemeral', replace_original: false } as const;

function contentOf({ text, blocks }: Payload) {
  return { text, blocks: [...blocks] };
}

async function firstThatWorks<T>(ways: readonly (() => Promise<T>)[]): Promise<T> {
  let last: unknown;
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      last = error;
    }
  }
  throw explainError(last);
}
