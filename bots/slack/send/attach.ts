import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { UserError } from '../../../core/domain/user-error.ts';
import type { Attachment } from '../../../core/views/view.ts';
import { createLru } from '../../lru.ts';
import { retryWhenRateLimited } from '../../retry.ts';
import { explainError } from './explain-error.ts';
import { share, type Upload } from './files.ts';

/** The message that files belong to, and the thread that they go into. */
export interface AttachPlace {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string;
}

/** Puts files into a thread, each once for its message, however often that is edited. Never rejects. */
export type Attach = (place: AttachPlace, files: readonly (Attachment | Upload)[]) => Promise<void>;

const REMEMBERED = 2000;

/** A message that stands is not sent again because its files failed: that is said in the thread. */
export function createAttach(client: WebClient, log: Logger): Attach {
  /** By message and content. */
  const known = createLru<string, true>(REMEMBERED);

  return async ({ channel, ts, thread }, files) => {
    const fresh = files.filter((file) => isNew(keyOf(ts, file)));
    try {
      await retryWhenRateLimited(() => shareOrExplain({ channel, thread }, fresh));
    } catch (error) {
      log.error({ err: error }, 'files could not be uploaded to Slack');
      await apologise({ channel, thread }, error);
    }
  };

  function isNew(key: string): boolean {
    if (known.has(key)) return false;
    known.set(key, true);
    return true;
  }

  async function shareOrExplain(
    place: Omit<AttachPlace, 'ts'>,
    files: readonly (Attachment | Upload)[],
  ): Promise<void> {
    try {
      await share(client, place, files);
    } catch (error) {
      throw explainError(error);
    }
  }

  async function apologise(place: Omit<AttachPlace, 'ts'>, error: unknown): Promise<void> {
    const reason = error instanceof UserError ? ` ${error.message} ${error.hint}` : '';
    try {
      await client.chat.postMessage({
        channel: place.channel,
        thread_ts: place.thread,
        text: `A file that belongs here could not be uploaded.${reason}`,
        mrkdwn: false,
      });
    } catch (second) {
      log.error({ err: second }, 'nor could that be said');
    }
  }
}

function keyOf(ts: string, { name, content }: Attachment | Upload): string {
  return `${ts}:${createHash('sha256').update(name).update(content).digest('hex')}`;
}
