import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { Problem } from '../../core/problem.ts';
import type { Attachment, Message } from '../../core/views/view.ts';
import { patiently } from '../live.ts';
import type { Port, Ref } from '../port.ts';
import type { SlackPlace } from './drawing.ts';
import { translated } from './errors.ts';
import { share, type Upload } from './files.ts';
import { descend } from './ladder.ts';
import { createPictures, type DrawnPicture, type DrawPng } from './pictures.ts';
import { type Payload, render } from './render.ts';
import type { Rung } from './rungs.ts';

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
export function slackPort({ client, team, log, drawPng }: SlackPortOptions): Port {
  const pictures = createPictures(client, log, drawPng);
  /** The rung that a running message was last taken at, so that each edit is one call. */
  const rungs = new Map<string, Rung>();
  /** Files that a message has, by message and content: an edit does not bring them again. */
  const shared = new Set<string>();

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
      const { channel = place.channel, ts } = sent.result;
      if (!ts) throw new TypeError('chat.postMessage answered without a ts');
      const ref: Ref = { channel, ts, ...(thread ? { thread } : {}) };
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
    let payload = render(view, { rung: from, place, images });
    try {
      const { rung, result } = await descend(from, (rung) => {
        payload = render(view, { rung, place, images });
        return call(payload);
      });
      return { rung, result, payload, drawn };
    } catch (error) {
      throw translated(error);
    }
  }

  /** Remembers the rung, and brings the files once what they belong to stands. */
  async function settle(
    ref: Ref,
    message: Message,
    sent: { rung: Rung; payload: Payload; drawn: readonly DrawnPicture[] },
  ): Promise<void> {
    const { channel, ts } = checked(ref);
    if (message.view.state === 'running') {
      rungs.set(ts, sent.rung);
      return bring({ channel, ts, thread: rootOf(ref) }, message.files ?? []);
    }
    rungs.delete(ts);
    const asFiles = sent.drawn.filter(({ id }) => sent.rung !== 'native' || !id);
    const files = [
      ...asFiles.map(({ file }) => file),
      ...sent.payload.files,
      ...(message.files ?? []),
    ];
    await bring({ channel, ts, thread: rootOf(ref) }, files);
  }

  /** A message that stands is not posted again because its files failed: they fail on their own. */
  async function bring(
    { channel, ts, thread }: { channel: string; ts: string; thread: string },
    files: readonly (Attachment | Upload)[],
  ): Promise<void> {
    const fresh = files.filter((file) => !shared.has(keyOf(ts, file)));
    try {
      await patiently(() =>
        share(client, { channel, thread }, fresh).catch((error: unknown) => {
          throw translated(error);
        }),
      );
      for (const file of fresh) shared.add(keyOf(ts, file));
    } catch (error) {
      log.error({ err: error }, 'files could not be uploaded to Slack');
      const reason = error instanceof Problem ? ` ${error.message} ${error.next}` : '';
      await client.chat
        .postMessage({
          channel,
          thread_ts: thread,
          text: `A file that belongs here could not be uploaded.${reason}`,
          mrkdwn: false,
        })
        .catch((second: unknown) => log.error({ err: second }, 'nor could that be said'));
    }
  }
}

/** Nothing in the text is parsed, linked or expanded. */
function contentOf({ text, blocks }: Payload) {
  return { text, blocks: [...blocks], parse: 'none' as const, link_names: false };
}

/** The first message of the thread that a message belongs to. */
function rootOf(ref: Ref): string {
  return ref.thread ?? checked(ref).ts;
}

function checked({ channel, ts }: Ref): { readonly channel: string; readonly ts: string } {
  if (channel && ts) return { channel, ts };
  throw new Problem('A stored message of Slack has no place.', 'Start the run again.');
}

function keyOf(ts: string, { name, content }: Attachment | Upload): string {
  return `${ts}:${createHash('sha256').update(name).update(content).digest('hex')}`;
}
