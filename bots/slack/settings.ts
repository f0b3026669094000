import { z } from 'zod';
import type { Variable } from '../../core/config/env.ts';
import { UserError } from '../../core/domain/user-error.ts';

/** The environment variables that Slack reads. */
export const VARIABLES = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: 'Slack: the bot token, from “OAuth & Permissions”; it begins with xoxb-',
    otherwise: 'not set',
  },
  {
    name: 'SLACK_APP_TOKEN',
    about:
      'Slack, Socket Mode: the app-level token with connections:write, from “Basic Information”; it begins with xapp-',
    otherwise: 'not set',
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: 'Slack, HTTP instead of Socket Mode: the signing secret, from “Basic Information”',
    otherwise: 'not set',
  },
  {
    name: 'SLACK_PORT',
    about: 'Slack, HTTP: the port on which /slack/events is served',
    otherwise: '3000',
  },
  {
    name: 'SLACK_API_URL',
    about: 'Slack: where the Web API is reached, for GovSlack or for tests',
    otherwise: 'https://slack.com/api/',
  },
] as const satisfies readonly Variable[];

interface Common {
  readonly botToken: string;
  readonly apiUrl: string;
}

/** The ways to reach Slack. Holds secrets: never log it. */
export type SlackSettings = Common &
  (
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
  );

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; undefined where no Slack variable is set. With both an app token and a signing
 * secret it is Socket Mode. @throws UserError that names variables, never their values.
 */
export function readSettings(env: Environment): SlackSettings | undefined {
  const read = (name: (typeof VARIABLES)[number]['name']) => env[name]?.trim() || undefined;
  const botToken = read('SLACK_BOT_TOKEN');
  const appToken = read('SLACK_APP_TOKEN');
  const signingSecret = read('SLACK_SIGNING_SECRET');
  if (!botToken && !appToken && !signingSecret) return undefined;

  checkSwapped(botToken, appToken);
  if (!botToken) {
    throw new UserError(
      `${appToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'} is set, but SLACK_BOT_TOKEN is not.`,
      'Set SLACK_BOT_TOKEN to the token that begins with xoxb-, from “OAuth & Permissions”.',
      { code: 'configuration' },
    );
  }
  checkKind('SLACK_BOT_TOKEN', botToken, 'xoxb-', 'OAuth & Permissions');
  const common = { botToken, apiUrl: apiUrl(read('SLACK_API_URL')) };
  if (appToken) {
    checkKind('SLACK_APP_TOKEN', appToken, 'xapp-', 'Basic Information');
    return { ...common, mode: 'socket', appToken };
  }
  if (signingSecret) {
    checkSecret(signingSecret);
    return { ...common, mode: 'http', signingSecret, port: port(read('SLACK_PORT')) };
  }
  throw new UserError(
    'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is.',
    'Set SLACK_APP_TOKEN for Socket Mode (the usual way), or SLACK_SIGNING_SECRET for HTTP.',
    { code: 'configuration' },
  );
}

/** Each kind of Slack token, by how it begins. */
const KINDS = [
  ['xoxb-', 'a bot token'],
  ['xapp-', 'an app-level token'],
  ['xoxp-', 'a user token'],
  ['xoxe', 'a rotating token'],
  ['xoxa-', 'a workspace token'],
  ['xoxc-', 'a browser’s token'],
  ['xoxd-', 'a browser’s cookie'],
] as const;

function kindOf(token: string): string | undefined {
  return KINDS.find(([prefix]) => token.startsWith(prefix))?.[1];
}

function checkSwapped(botToken = '', appToken = ''): void {
  if (!botToken.startsWith('xapp-') || !appToken.startsWith('xoxb-')) return;
  throw new UserError(
    'SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped.',
    'Put the token that begins with xoxb- into SLACK_BOT_TOKEN and the xapp- one into SLACK_APP_TOKEN.',
    { code: 'configuration' },
  );
}

function checkKind(name: string, token: string, prefix: string, page: string): void {
  if (token.startsWith(prefix) && !/\s/.test(token)) return;
  if (token.startsWith('xoxe')) {
    throw new UserError(
      `${name} is a rotating token, which would stop working after 12 hours.`,
      'Turn token rotation off in the app’s “OAuth & Permissions”, install it again, and copy the new token.',
      { code: 'configuration' },
    );
  }
  throw new UserError(
    `${name} holds ${kindOf(token) ?? 'something that is no Slack token'}; it needs one that begins with ${prefix}`,
    `Copy the token that begins with ${prefix} from “${page}” of your app at https://api.slack.com/apps.`,
    { code: 'configuration' },
  );
}

function checkSecret(secret: string): void {
  const kind = kindOf(secret);
  if (!kind && /^\w+$/.test(secret)) return;
  throw new UserError(
    `SLACK_SIGNING_SECRET holds ${kind ?? 'something that is no signing secret'}.`,
    'Copy the signing secret from “Basic Information” of your app: 32 letters and digits.',
    { code: 'configuration' },
  );
}

function port(given: string | undefined): number {
  const result = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .safeParse(given ?? '3000');
  if (result.success) return result.data;
  throw new UserError('SLACK_PORT is not a port.', 'Give a whole number from 1 to 65535.', {
    code: 'configuration',
  });
}

function apiUrl(given: string | undefined): string {
  const result = z.url({ protocol: /^https?$/ }).safeParse(given ?? 'https://slack.com/api/');
  if (result.success) return result.data;
  throw new UserError(
    'SLACK_API_URL is not an address.',
    'Leave it unset, or give one that begins with https://.',
    { code: 'configuration' },
  );
}
