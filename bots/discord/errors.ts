import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { Problem } from '../../core/problem.ts';
import { RateLimited } from '../port.ts';

/** Discord's own number for what was wrong. */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return Number(error.code);
}

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.includes(code);
}

/** The message itself was not taken: a simpler one might be. */
export function isRejection(error: unknown): boolean {
  return hasCode(
    error,
    Code.InvalidFormBodyOrContentType,
    Code.CannotSendAnEmptyMessage,
    Code.RequestEntityTooLarge,
  );
}

/** The message, its channel or its thread is gone, or the bot may no longer touch it. */
export function isGone(error: unknown): boolean {
  return hasCode(
    error,
    Code.UnknownMessage,
    Code.UnknownChannel,
    Code.MissingAccess,
    Code.MissingPermissions,
    Code.ThreadLocked,
  );
}

/** What a log may hold of an error: not its address, which can contain an interaction's token, nor its body. */
export function facts(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError) {
    const { code, status, method, message } = error;
    return { code, status, method, message };
  }
  if (error instanceof HTTPError) return { status: error.status, method: error.method };
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** Edits of a message older than an hour are counted, over a time that Discord does not tell. */
const OLD_MESSAGE_WAIT_MS = 60_000;

/** What a thrown error means to the desk: RateLimited, a Problem, or an error without secrets. */
export function translated(error: unknown): Error {
  if (error instanceof RateLimitError) {
    return new RateLimited(Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout));
  }
  if (hasCode(error, Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached)) {
    return new RateLimited(OLD_MESSAGE_WAIT_MS);
  }
  if (error instanceof HTTPError) {
    return new Problem(
      `Discord answered with HTTP status ${error.status}.`,
      'See https://discordstatus.com, and try again in a few minutes.',
    );
  }
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  const [what, next] = MEANINGS[code] ?? [
    `Discord refused: ${codeName(code)} (${code}).`,
    'See docs/discord.md, under “When something does not work”.',
  ];
  return new Problem(what, next);
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
export function threadProblem(): Problem {
  return new Problem(
    'The bot may not open a thread here, and full answers go to a thread.',
    'In the channel’s settings, under “Permissions”, give it Create Public Threads and Send Messages in Threads.',
  );
}
