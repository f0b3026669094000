export interface Fallback<Level, T> {
  /** From the richest form to the simplest. */
  readonly levels: readonly Level[];
  readonly send: (level: Level) => Promise<T>;
  /** Did the platform refuse the form itself, so that a simpler one may be taken? */
  readonly isRejection: (error: unknown) => boolean;
  readonly onRejection?: ((error: unknown, level: Level, next: Level) => void) | undefined;
}

/**
 * Sends something in the richest form that the platform takes.
 * @returns the level of that form, with what came back.
 * @throws what is no rejection at once, and the rejection of the last level.
 */
export async function sendWithFallback<Level, T>({
  levels,
  send,
  isRejection,
  onRejection,
}: Fallback<Level, T>): Promise<{ readonly level: Level; readonly result: T }> {
  for (const [index, level] of levels.entries()) {
    try {
      return { level, result: await send(level) };
    } catch (error) {
      const next = levels[index + 1];
      if (next === undefined || !isRejection(error)) throw error;
      onRejection?.(error, level, next);
    }
  }
  throw new TypeError('there is no form to send');
}
