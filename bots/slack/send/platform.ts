import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Message } from '../../../core/views/view.ts';
import { sendWithFallback } from '../../fallback.ts';
import type { Platform } from '../../platform.ts';
import { TIMES } from '../limits.ts';
import type { SlackPlace } from '../render/drawing.ts';
import { FALLBACK_LEVELS, type FallbackLevel } from '../render/fallback-levels.ts';
import { type Payload, render } from '../render/message.ts';
import { isRejection } from './api-error.ts';
import { createAttach } from './attach.ts';
import { explainError } from './explain-error.ts';
import { readRef, rootOf, type SlackRef, writeRef } from './message-ref.ts';
import { createPictures, type DrawnPicture, type DrawPng } from './pictures.ts';

export interface SlackPlatformOptions {
  readonly client: WebClient;
  /** The workspace's id. */
  readonly team: string;
  readonly log: Logger;
  readonly drawPng?: DrawPng | undefined;
}

/** Posts and edits as the bot in the channel, so that a message outlives any interaction. */
export function slackPlatform({ client, team, log, drawPng }: SlackPlatformOptions): Platform {
  const pictures = createPictures(client, log, drawPng);
  /** The level at which a running message was last taken, by its ts, so that each edit is one call. */
  const levels = new Map<string, FallbackLevel>();
  const attach = createAttach(client, log);

  return {
    id: `slack:${team}`,
    editEveryMs: TIMES.editEvery.max,
    keepsMessages: true,

    async post(place, message) {
      const thread = place.thread && rootOf(readRef(place.thread));
      const sent = await send(message, thread ? 'thread' : 'channel', 'native', (payload) =>
        client.chat.postMessage({
          channel: place.channel,
          ...contentOf(payload),
          ...(thread ? { thread_ts: thread } : {}),
          mrkdwn: false,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      const { channel = place.channel, ts } = sent.answer;
      if (!ts) throw new TypeError('chat.postMessage answered without a ts');
      const ref = { channel, ts, thread };
      await settle(ref, message, sent);
      return writeRef(ref);
    },

    async edit(stored, message) {
      const ref = readRef(stored);
      const { channel, ts, thread } = ref;
      const from = message.view.state === 'running' ? levels.get(ts) : undefined;
      const sent = await send(message, thread ? 'thread' : 'channel', from ?? 'native', (payload) =>
        client.chat.update({ channel, ts, ...contentOf(payload) }),
      );
      await settle(ref, message, sent);
    },
  };

  async function send<T>(
    { view }: Message,
    place: SlackPlace,
    from: FallbackLevel,
    call: (payload: Payload) => Promise<T>,
  ) {
    const drawn = await pictures.of(view);
    const images = new Map(drawn.flatMap(({ picture, id }) => (id ? [[picture, id]] : [])));
    try {
      const { level, result } = await sendWithFallback({
        levels: FALLBACK_LEVELS.slice(FALLBACK_LEVELS.indexOf(from)),
        send: async (level) => {
          const payload = render(view, { level, place, images });
          return { payload, answer: await call(payload) };
        },
        isRejection,
      });
      return { level, drawn, ...result };
    } catch (error) {
      throw explainError(error);
    }
  }

  /** Remembers the level, and brings the files once the message that they belong to stands. */
  async function settle(
    ref: SlackRef,
    message: Message,
    sent: { level: FallbackLevel; payload: Payload; drawn: readonly DrawnPicture[] },
  ): Promise<void> {
    const { channel, ts } = ref;
    const place = { channel, ts, thread: rootOf(ref) };
    if (message.view.state === 'running') {
      levels.set(ts, sent.level);
      return attach(place, message.files ?? []);
    }
    levels.delete(ts);
    const asFiles = sent.drawn.filter(({ id }) => sent.level !== 'native' || !id);
    const files = [
      ...asFiles.map(({ file }) => file),
      ...sent.payload.files,
      ...(message.files ?? []),
    ];
    await attach(place, files);
  }
}

/** Nothing in the text is parsed, linked or expanded. */
function contentOf({ text, blocks }: Payload) {
  return { text, blocks: [...blocks], parse: 'none' as const, link_names: false };
}
