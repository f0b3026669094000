import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { type ErrorCode, UserError } from '../../../core/domain/user-error.ts';
import { RateLimited } from '../../platform.ts';
import { codeOf } from './api-error.ts';

/** The wait where Slack says 429 without a time; its limits are per minute. */
const UNKNOWN_WAIT_MS = 30_000;

/** A thrown error as the dispatcher takes it: RateLimited, a UserError, or itself. */
export function explainError(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError) {
    return new RateLimited(error.retryAfter * 1000, { cause: error });
  }
  if (error instanceof WebAPIRequestError) {
    return new UserError(
      'Slack could not be reached.',
      'Check the network of the machine that the bot runs on.',
      { code: 'unavailable', cause: error },
    );
  }
  if (error instanceof WebAPIHTTPError) {
    return new UserError(
      `Slack answered with HTTP status ${error.statusCode}.`,
      'See https://slack-status.com, and try again in a few minutes.',
      { code: 'unavailable', cause: error },
    );
  }
  const code = codeOf(error);
  if (code === 'ratelimited' || code === 'rate_limited') {
    return new RateLimited(UNKNOWN_WAIT_MS, { cause: error });
  }
  if (code === undefined) return error;
  const [kind, message, hint] = MEANINGS[code] ?? [
    'unavailable',
    `Slack refused: ${code}.`,
    'See docs/slack.md, under “When something does not work”.',
  ];
  return new UserError(message, hint, { code: kind, cause: error });
}

const REINSTALL =
  'Copy the tokens again from your app at https://api.slack.com/apps; install the app if it was removed.';
const INVITE = 'Type /invite and the bot’s name in the channel, then try again.';

/** The meaning of Slack's words to a person, and what to do. */
const MEANINGS: Readonly<
  Record<string, readonly [code: ErrorCode, message: string, hint: string]>
> = {
  invalid_auth: ['configuration', 'Slack refused the token (invalid_auth).', REINSTALL],
  not_authed: ['configuration', 'Slack refused the token (not_authed).', REINSTALL],
  account_inactive: [
    'configuration',
    'The app was removed from the workspace (account_inactive).',
    REINSTALL,
  ],
  token_revoked: ['configuration', 'The token was revoked (token_revoked).', REINSTALL],
  token_expired: ['configuration', 'The token has expired (token_expired).', REINSTALL],
  not_allowed_token_type: [
    'configuration',
    'Slack wanted another kind of token (not_allowed_token_type).',
    'SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
  ],
  missing_scope: [
    'configuration',
    'The app lacks a permission (missing_scope).',
    'Paste bots/slack/manifest.json into “App Manifest” of your app, then install it again.',
  ],
  not_in_channel: ['not-allowed', 'The bot is not in this channel.', INVITE],
  channel_not_found: ['not-allowed', 'The bot cannot see this channel.', INVITE],
  is_archived: ['not-allowed', 'This channel is archived.', 'Use another one.'],
  restricted_action: [
    'not-allowed',
    'This workspace does not let the bot post here (restricted_action).',
    'Ask an administrator, or use another channel.',
  ],
};
