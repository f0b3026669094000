import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../../../core/views/view.ts';
import type { Rung } from '../render/fallback-levels.ts';
import { type Payload, render } from '../render/message.ts';
import { translated } from './api-error.ts';
import { descend } from './fallback.ts';
import { share } from './files.ts';

/** The person to tell something, and where they are. */
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
export async function tell(
  client: WebClient,
  asker: Asker,
  { view, files }: Message,
): Promise<void> {
  const { user, channel, thread, respond } = asker;
  const at = (rung: Rung) => render(view, { rung, place: 'private' });
  const here = thread ? { thread_ts: thread } : {};
  const answer = async (rung: Rung) => {
    await respond?.({ ...contentOf(at(rung)), ...EPHEMERAL, ...here });
    return rung;
  };
  const down = async (send: (payload: Payload) => Promise<unknown>) =>
    (await descend('native', (rung) => send(at(rung)))).rung;
  const rung = await firstThatWorks([
    ...(respond ? [() => answer('native'), () => answer('file')] : []),
    () =>
      down((payload) =>
        client.chat.postEphemeral({ channel, user, ...contentOf(payload), ...here }),
      ),
    () => down((payload) => client.chat.postMessage({ channel: user, ...contentOf(payload) })),
  ]);
  const all = [...at(rung).files, ...(files ?? [])];
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
  throw translated(last);
}
