import { UserError } from '../../../core/domain/user-error.ts';
import type { MessageRef } from '../../platform.ts';

/** A posted message, as it is stored. */
export interface SlackRef {
  readonly channel: string;
  /** The message's id within its channel, which is the time of its posting. */
  readonly ts: string;
  /** The first message of the thread that it stands in. */
  readonly thread?: string | undefined;
}

/** @throws UserError for what was never a message of Slack */
export function readRef({ channel, ts, thread }: MessageRef): SlackRef {
  if (channel && ts) return { channel, ts, thread };
  throw new UserError(
    'What was stored of a message is not what Slack’s messages are stored as.',
    'Show the run again with /probe show.',
    { code: 'not-found' },
  );
}

/** `undefined` fields left out: what is stored is plain JSON. */
export function writeRef({ channel, ts, thread }: SlackRef): MessageRef {
  return { channel, ts, ...(thread ? { thread } : {}) };
}

/** The first message of the thread that a message belongs to. */
export function rootOf({ ts, thread }: SlackRef): string {
  return thread ?? ts;
}
