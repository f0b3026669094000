import { GatewayCloseCodes as Close, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { UserError } from '../../../core/domain/user-error.ts';
import { wordOf } from '../send/api-error.ts';
import { outage, unreachable } from '../send/explain-error.ts';

const RESET =
  'Open https://discord.com/developers/applications, your application, “Bot”, “Reset Token”, and put the new one into DISCORD_TOKEN.';

/** Says why the gateway closed the connection for good. */
export function explainClose(code: number): UserError {
  switch (code) {
    case Close.AuthenticationFailed:
      return new UserError('Discord refused DISCORD_TOKEN.', RESET, { code: 'configuration' });
    case Close.DisallowedIntents:
    case Close.InvalidIntents:
      return new UserError(
        `Discord does not allow the bot’s intents (${code}).`,
        'The bot asks only for “Guilds”, which every bot may have: check that DISCORD_TOKEN is a bot’s.',
        { code: 'configuration' },
      );
    case Close.ShardingRequired:
    case Close.InvalidShard:
      return new UserError(
        `The bot is in too many servers for one connection (${code}).`,
        'Leave some of them: from 2500 servers on Discord asks for several connections.',
        { code: 'limit' },
      );
    default:
      return new UserError(
        `Discord closed the connection (${code}).`,
        'Start again; if it happens twice, see https://discordstatus.com.',
        { code: 'unavailable' },
      );
  }
}

/** Says why it could not log in. */
export function explainLoginError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  if (isInvalidToken(error))
    return new UserError('Discord refused DISCORD_TOKEN (401).', RESET, { code: 'configuration' });
  if (error instanceof HTTPError) return outage(error.status);
  const words = error instanceof Error ? error.message : '';
  const close = CLOSE_WORDS.find(([part]) => words.includes(part))?.[1];
  if (close !== undefined) return explainClose(close);
  if (words.includes('sessions remaining')) {
    return new UserError(
      'Discord allows 1000 connections a day, and this bot has used them up.',
      'Wait until tomorrow, and look for what restarts it so often.',
      { code: 'limit' },
    );
  }
  return unreachable(wordOf(error) ?? 'the request failed');
}

/** Words of discord.js for a close code, where it passes on the error but not the code. */
const CLOSE_WORDS: readonly (readonly [part: string, code: Close])[] = [
  ['Authentication failed', Close.AuthenticationFailed],
  ['disallowed intents', Close.DisallowedIntents],
  ['invalid intents', Close.InvalidIntents],
  ['Sharding is required', Close.ShardingRequired],
  ['Invalid shard', Close.InvalidShard],
];

function isInvalidToken(error: unknown): boolean {
  return error instanceof Error && wordOf(error) === DiscordjsErrorCodes.TokenInvalid;
}
