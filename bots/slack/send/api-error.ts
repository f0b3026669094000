import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { UserError } from '../../../core/domain/user-error.ts';
import { RateLimited } from '../../platform.ts';

/** Slack's own word for what was wrong, such as `invalid_blocks`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** The message itself was not taken: a simpler one might be. */
const REJECTIONS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'block_mismatch',
  'fatal_error',
  'internal_error',
]);

export function isRejection(error: unknown): boolean {
  return REJECTIONS.has(codeOf(error) ?? '');
}

/** Slack refused the token itself. */
export function isRefusal(error: unknown): boolean {
  return /auth|token|account|scope/.test(codeOf(error) ?? '');
}

/** Where Slack says 429 without a time; its limits are per minute. */
const UNKNOWN_WAIT_MS = 30_000;

/** What a thrown error means to the dispatcher: RateLimited, a UserError, or itself. */
export function translated(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError) {
    return new RateLimited(error.retryAfter * 1000, { cause: error });
  }
  if (error instanceof WebAPIRequestError) {
    return new UserError(
      'Slack could not be reached.',
      'Check the network of the machine that the bot runs on.',
      { cause: error },
    );
  }
  if (error instanceof WebAPIHTTPError) {
    return new UserError(
      `Slack answered with HTTP status ${error.statusCode}.`,
      'See https://slack-status.com, and try again in a few minutes.',
      { cause: error },
    );
  }
  const code = codeOf(error);
  if (code === 'ratelimited' || code === 'rate_limited') {
    return new RateLimited(UNKNOWN_WAIT_MS, { cause: error });
  }
  if (code === undefined) return error;
  const [what, next] = MEANINGS[code] ?? [
    `Slack refused: ${code}.`,
    'See docs/slack.md, under “When something does not work”.',
  ];
  return new UserError(what, next, { cause: error });
}

const REINSTALL =
  'Copy the tokens again from your app at https://api.slack.com/apps; install the app if it was removed.';
const INVITE = 'Type /invite and the bot’s name in the channel, then try again.';

/** What Slack's words mean to a person, and what to do. */
const MEANINGS: Readonly<Record<string, readonly [string, string]>> = {
  invalid_auth: ['Slack refused the token (invalid_auth).', REINSTALL],
  not_authed: ['Slack refused the token (not_authed).', REINSTALL],
  account_inactive: ['The app was removed from the workspace (account_inactive).', REINSTALL],
  token_revoked: ['The token was revoked (token_revoked).', REINSTALL],
  token_expired: ['The token has expired (token_expired).', REINSTALL],
  not_allowed_token_type: [
    'Slack wanted another kind of token (not_allowed_token_type).',
    'SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
  ],
  missing_scope: [
    'The app lacks a permission (missing_scope).',
    'Paste bots/slack/manifest.json into “App Manifest” of your app, then install it again.',
  ],
  not_in_channel: ['The bot is not in this channel.', INVITE],
  channel_not_found: ['The bot cannot see this channel.', INVITE],
  is_archived: ['This channel is archived.', 'Use another one.'],
  restricted_action: [
    'This workspace does not let the bot post here (restricted_action).',
    'Ask an administrator, or use another channel.',
  ],
};
