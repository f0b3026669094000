import { RESTJSONErrorCodes as Code, HTTPError, RateLimitError } from 'discord.js';
import { UserError } from '../../../core/domain/user-error.ts';
import { RateLimited } from '../../platform.ts';
import { codeOf, hasCode, wordOf } from './api-error.ts';

/** Edits of a message older than an hour are counted, over a time that Discord does not tell. */
const OLD_MESSAGE_WAIT_MS = 60_000;

/** What a thrown error means to the dispatcher: RateLimited, a UserError, or an error without secrets. */
export function translated(error: unknown): Error {
  if (error instanceof RateLimitError) {
    return new RateLimited(Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout));
  }
  if (hasCode(error, Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached)) {
    return new RateLimited(OLD_MESSAGE_WAIT_MS);
  }
  if (error instanceof HTTPError) return outage(error.status);
  const code = codeOf(error);
  if (code === undefined) return otherwise(error);
  const [what, next] = MEANINGS[code] ?? [
    `Discord refused: ${codeName(code)} (${code}).`,
    'See docs/discord.md, under “When something does not work”.',
  ];
  return new UserError(what, next);
}

/** How the system and undici name what goes wrong on the way. */
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
  );
}

export function unreachable(why: string): UserError {
  return new UserError(
    `Discord could not be reached: ${why}.`,
    'Check the network of the machine that the bot runs on, and DISCORD_API_URL if it is set.',
  );
}

function codeName(code: number): string {
  const [name = 'an error without a name'] =
    Object.entries(Code).find(([, number]) => number === code) ?? [];
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

const MAY_NOT_WRITE: readonly [string, string] = [
  'The bot may not write in this channel.',
  'In the channel’s settings, under “Permissions”, give it View Channel, Send Messages, Attach Files and Embed Links; or use a channel where it may.',
];

/** What Discord's numbers mean to a person, and what to do. */
const MEANINGS: Readonly<Record<number, readonly [string, string]>> = {
  [Code.MissingAccess]: MAY_NOT_WRITE,
  [Code.MissingPermissions]: MAY_NOT_WRITE,
  [Code.UnknownChannel]: ['This channel is gone, or the bot cannot see it.', MAY_NOT_WRITE[1]],
  [Code.UnknownMessage]: [
    'The message that showed this was deleted.',
    'Show the run again with /probe show, then repeat this there.',
  ],
  [Code.CannotSendMessagesToThisUser]: [
    'Discord does not let the bot write to you.',
    'Allow direct messages from members of the server, or use a channel.',
  ],
  [Code.ThreadLocked]: ['This thread is locked.', 'Ask a moderator to unlock it.'],
  [Code.MaximumActiveThreads]: [
    'This server has as many active threads as Discord allows.',
    'Archive some of them, then try again.',
  ],
};

/** The bot may not open a thread, or not write in it. */
export function threadProblem(): UserError {
  return new UserError(
    'The bot may not open a thread here, and full answers go to a thread.',
    'In the channel’s settings, under “Permissions”, give it Create Public Threads and Send Messages in Threads.',
  );
}
