import { RESTJSONErrorCodes as Code, HTTPError, RateLimitError } from 'discord.js';
import { type ErrorCode, UserError } from '../../../core/domain/user-error.ts';
import { RateLimited } from '../../platform.ts';
import { codeOf, hasCode, wordOf } from './api-error.ts';

/** Edits of a message older than an hour are counted, over a time that Discord does not say. */
const OLD_MESSAGE_WAIT_MS = 60_000;

/** A thrown error as the dispatcher takes it: RateLimited, a UserError, or an error without secrets. */
export function explainError(error: unknown): Error {
  if (error instanceof RateLimitError) {
    return new RateLimited(Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout));
  }
  if (hasCode(error, Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached)) {
    return new RateLimited(OLD_MESSAGE_WAIT_MS);
  }
  if (error instanceof HTTPError) return outage(error.status);
  const code = codeOf(error);
  if (code === undefined) return otherwise(error);
  const [kind, message, hint] = MEANINGS[code] ?? [
    'unavailable',
    `Discord refused: ${codeName(code)} (${code}).`,
    'See docs/discord.md, under “When something does not work”.',
  ];
  return new UserError(message, hint, { code: kind });
}

/** The names that the system and undici have for what goes wrong on the way. */
const ON_THE_WAY = /^(E[A-Z]+|UND_ERR_\w+|it took too long)$/;

function otherwise(error: unknown): Error {
  const word = wordOf(error);
  if (word !== undefined && ON_THE_WAY.test(word)) return unreachable(word);
  return error instanceof Error ? error : new Error(String(error));
}

export function outage(status: number): UserError {
  return new UserError(
    `Discord answered with HTTP status ${status}.`,
    'See https://discordstatus.com, and try again in a few minutes.',
    { code: 'unavailable' },
  );
}

export function unreachable(why: string): UserError {
  return new UserError(
    `Discord could not be reached: ${why}.`,
    'Check the network of the machine that the bot runs on, and DISCORD_API_URL if it is set.',
    { code: 'unavailable' },
  );
}

function codeName(code: number): string {
  const [name = 'an error without a name'] =
    Object.entries(Code).find(([, number]) => number === code) ?? [];
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

type Meaning = readonly [code: ErrorCode, message: string, hint: string];

const MAY_NOT_WRITE: Meaning = [
  'not-allowed',
  'The bot may not write in this channel.',
  'In the channel’s settings, under “Permissions”, give it View Channel, Send Messages, Attach Files and Embed Links; or use a channel where it may.',
];

/** The meaning of Discord's numbers to a person, and what to do. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [Code.MissingAccess]: MAY_NOT_WRITE,
  [Code.MissingPermissions]: MAY_NOT_WRITE,
  [Code.UnknownChannel]: [
    'not-found',
    'This channel is gone, or the bot cannot see it.',
    MAY_NOT_WRITE[2],
  ],
  [Code.UnknownMessage]: [
    'not-found',
    'The message that showed this was deleted.',
    'Show the run again with /probe show, then repeat this there.',
  ],
  [Code.CannotSendMessagesToThisUser]: [
    'not-allowed',
    'Discord does not let the bot write to you.',
    'Allow direct messages from members of the server, or use a channel.',
  ],
  [Code.ThreadLocked]: ['not-allowed', 'This thread is locked.', 'Ask a moderator to unlock it.'],
  [Code.MaximumActiveThreads]: [
    'limit',
    'This server has as many active threads as Discord allows.',
    'Archive some of them, then try again.',
  ],
};

/** The bot may not open a thread, or not write in it. */
export function threadProblem(): UserError {
  return new UserError(
    'The bot may not open a thread here, and full answers go to a thread.',
    'In the channel’s settings, under “Permissions”, give it Create Public Threads and Send Messages in Threads.',
    { code: 'not-allowed' },
  );
}
