/** The kind of error, for scripts and metrics; people read the message. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'not-allowed'
  | 'conflict'
  | 'limit'
  | 'configuration'
  | 'unavailable'
  | 'internal';

export interface UserErrorOptions extends ErrorOptions {
  /** `invalid-input` unless given. */
  readonly code?: ErrorCode;
}

/**
 * An error meant for a person: what was wrong, with what was given, and what to do next.
 * Everything else that is thrown is a fault of ours and is shown as such.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** One sentence: what to do next. */
  readonly hint: string;
  readonly code: ErrorCode;

  /** @param message one sentence: what was wrong. @param hint one sentence: what to do. */
  constructor(message: string, hint: string, options: UserErrorOptions = {}) {
    super(message, options);
    this.hint = hint;
    this.code = options.code ?? 'invalid-input';
  }
}

/** The part of any thrown value that may be shown: a UserError as it is, anything else without its insides. */
export function asUserError(thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown;
  return new UserError(
    'Something broke on our side.',
    'The log has the details; try again, and report it if it happens twice.',
    { cause: thrown, code: 'internal' },
  );
}
