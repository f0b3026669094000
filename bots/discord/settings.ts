import { z } from 'zod';
import type { Variable } from '../../core/config/env.ts';
import { UserError } from '../../core/domain/user-error.ts';

/** The environment variables that Discord reads. */
export const VARIABLES = [
  {
    name: 'DISCORD_TOKEN',
    about: 'Discord: the bot’s token, from the page “Bot” of your application',
    otherwise: 'not set',
  },
  {
    name: 'DISCORD_GUILD_ID',
    about:
      'Discord: the id of one server; /probe is then registered there alone, which is good for trying out',
    otherwise: 'not set',
  },
  {
    name: 'DISCORD_API_URL',
    about: 'Discord: where its API is reached, for tests',
    otherwise: 'https://discord.com/api',
  },
] as const satisfies readonly Variable[];

/** The way to reach Discord. Holds a secret: never log it. */
export interface DiscordSettings {
  readonly token: string;
  readonly guildId?: string | undefined;
  readonly apiUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; undefined where no token is set. @throws UserError that names variables, never their values. */
export function readSettings(env: Environment): DiscordSettings | undefined {
  const read = (name: (typeof VARIABLES)[number]['name']) => env[name]?.trim() || undefined;
  const token = read('DISCORD_TOKEN');
  if (!token) return undefined;
  checkToken(token);
  return {
    token,
    guildId: guildId(read('DISCORD_GUILD_ID')),
    apiUrl: apiUrl(read('DISCORD_API_URL') ?? 'https://discord.com/api'),
  };
}

const SNOWFLAKE = /^\d{17,20}$/;
/** Three parts with dots between: the bot's id in base64, a time, a signature. */
const TOKEN = /^([\w-]{22,32})\.[\w-]{5,8}\.[\w-]{25,}$/;

/** Other things that people paste, by their shape. The first that fits is named. */
const MISTAKES: readonly (readonly [shape: RegExp, what: string])[] = [
  [/^["'].*["']$/s, 'a token in quotation marks; leave them out'],
  [/^(bot|bearer)\s/i, 'a token with “Bot” in front; leave that out'],
  [/^(xox[a-z]|xapp)-/, 'a Slack token'],
  [/^sk-/, 'a model provider’s key'],
  [/^\d{17,20}$/, 'an application’s or user’s id'],
  [/^[0-9a-f]{64}$/i, 'the application’s public key'],
  [/^[\w-]{32}$/, 'the application’s client secret'],
  [/^https?:/i, 'an address'],
  [/\s/, 'something with a space or a line end in it'],
];

function checkToken(token: string): void {
  const [, first] = TOKEN.exec(token) ?? [];
  if (first && SNOWFLAKE.test(Buffer.from(first, 'base64url').toString())) return;
  const [, what = 'something that is no bot token'] =
    MISTAKES.find(([shape]) => shape.test(token)) ?? [];
  throw new UserError(
    `DISCORD_TOKEN holds ${what}.`,
    'Copy the token from the page “Bot” of your application at https://discord.com/developers/applications (“Reset Token” shows it once).',
    { code: 'configuration' },
  );
}

function guildId(given: string | undefined): string | undefined {
  if (given === undefined || SNOWFLAKE.test(given)) return given;
  throw new UserError(
    'DISCORD_GUILD_ID is not a server’s id, which is a number of 17 to 20 digits.',
    'Turn on “Developer Mode” in Discord’s settings, right-click the server and choose “Copy Server ID”.',
    { code: 'configuration' },
  );
}

function apiUrl(given: string): string {
  const result = z.url({ protocol: /^https?$/ }).safeParse(given);
  if (result.success) return result.data.replace(/\/+$/, '');
  throw new UserError(
    'DISCORD_API_URL is not an address.',
    'Leave it unset, or give one that begins with https://.',
    { code: 'configuration' },
  );
}
