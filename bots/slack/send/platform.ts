import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { UserError } from '../../../core/domain/user-error.ts';
import type { Message } from '../../../core/views/view.ts';
import type { MessageRef, Platform } from '../../platform.ts';
import type { SlackPlace } from '../render/drawing.ts';
import type { Rung } from '../render/fallback-levels.ts';
import { type Payload, render } from '../render/message.ts';
import { translated } from './api-error.ts';
import { createAttach } from './attach.ts';
import { descend } from './fallback.ts';
import { createPictures, type DrawnPicture, type DrawPng } from './pictures.ts';

/**
 * chat.update is Tier 3: some fifty a minute in the whole workspace.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
const EDIT_EVERY_MS = 1200;

export interface SlackPortOptions {
  readonly client: WebClient;
  /** The workspace's id. */
  readonly team: string;
  readonly log: Logger;
  readonly drawPng?: DrawPng | undefined;
}

/** Posts and edits as the bot in the channel, so that a message outlives any interaction. */
export function slackPort({ client, team, log, drawPng }: SlackPortOptions): Platform {
  const pictures = createPictures(client, log, drawPng);
  /** The rung that a running message was last taken at, so that each edit is one call. */
  const rungs = new Map<string, Rung>();
  const attach = createAttach(client, log);

  return {
    id: `slack:${team}`,
    editEveryMs: EDIT_EVERY_MS,

    async post(place, message) {
      const thread = place.thread && rootOf(place.thread);
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
      const ref: MessageRef = { channel, ts, ...(thread ? { thread } : {}) };
      await settle(ref, message, sent);
      return ref;
    },

    async edit(ref, message) {
      const { channel, ts } = checked(ref);
      const from = message.view.state === 'running' ? rungs.get(ts) : undefined;
      const place = ref.thread ? 'thread' : 'channel';
      const sent = await send(message, place, from ?? 'native', (payload) =>
        client.chat.update({ channel, ts, ...contentOf(payload) }),
      );
      await settle(ref, message, sent);
    },
  };

  /** Sends a message down the ladder. */
  async function send<T>(
    { view }: Message,
    place: SlackPlace,
    from: Rung,
    call: (payload: Payload) => Promise<T>,
  ) {
    const drawn = await pictures.of(view);
    const images = new Map(drawn.flatMap(({ picture, id }) => (id ? [[picture, id]] : [])));
    try {
      const { rung, result } = await descend(from, async (at) => {
        const payload = render(view, { rung: at, place, images });
        return { payload, answer: await call(payload) };
      });
      return { rung, drawn, ...result };
    } catch (error) {
      throw translated(error);
    }
  }

  /** Remembers the rung, and brings the files once what they belong to stands. */
  async function settle(
    ref: MessageRef,
    message: Message,
    sent: { rung: Rung; payload: Payload; drawn: readonly DrawnPicture[] },
  ): Promise<void> {
    const { channel, ts } = checked(ref);
    if (message.view.state === 'running') {
      rungs.set(ts, sent.rung);
      return attach({ channel, ts, thread: rootOf(ref) }, message.files ?? []);
    }
    rungs.delete(ts);
    const asFiles = sent.drawn.filter(({ id }) => sent.rung !== 'native' || !id);
    const files = [
      ...asFiles.map(({ file }) => file),
      ...sent.payload.files,
      ...(message.files ?? []),
    ];
    await attach({ channel, ts, thread: rootOf(ref) }, files);
  }
}

/** Nothing in the text is parsed, linked or expanded. */
function contentOf({ text, blocks }: Payload) {
  return { text, blocks: [...blocks], parse: 'none' as const, link_names: false };
}

/** The first message of the thread that a message belongs to. */
function rootOf(ref: MessageRef): string {
  return ref.thread ?? checked(ref).ts;
}

function checked({ channel, ts }: MessageRef): { readonly channel: string; readonly ts: string } {
  if (channel && ts) return { channel, ts };
  throw new UserError('A stored message of Slack has no place.', 'Start the run again.');
}
