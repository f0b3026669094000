import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError } from 'discord.js';

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

/** The facts of an error that a log may hold: not its address, which can contain an interaction's token, nor its body. */
export function facts(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError) {
    const { code, status, method, message } = error;
    return { code, status, method, message };
  }
  if (error instanceof HTTPError) return { status: error.status, method: error.method };
  return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** The system’s or the library’s word for an error, such as ECONNREFUSED; also of what caused it. */
export function wordOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return wordOf(error.cause) ?? (error.name === 'AbortError' ? 'it took too long' : undefined);
}
