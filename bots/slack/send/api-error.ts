import { WebAPIPlatformError } from '@slack/web-api';

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
