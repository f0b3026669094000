import { UserError } from '../domain/user-error.ts';

interface Trouble {
  /** The driver's error as `code`, or as `errcode` from SQLite (sqlite.org/rescode.html). */
  readonly codes: readonly (string | number)[];
  /** Words that go after “The store X”. */
  readonly what: string;
  readonly next: string;
}

const NO_ANSWER = 'Check that the server runs and that the address is right.';
const PATH = 'Check the path and its permissions, or set another with `store:`.';

const TROUBLES: readonly Trouble[] = [
  {
    codes: [5, 6],
    what: 'is locked by another program',
    next: 'Close that program and try again.',
  },
  { codes: [8, 'EACCES', 'EPERM', 'EROFS'], what: 'may not be written to', next: PATH },
  { codes: [14, 'ENOTDIR', 'EISDIR', 'ENOENT', 'EEXIST'], what: 'could not be opened', next: PATH },
  {
    codes: [11, 26],
    what: 'is not a database, or a damaged one',
    next: 'Move the file away and start again.',
  },
  {
    codes: [13, 'ENOSPC', '53100'],
    what: 'has no room left',
    next: 'Free some disk space and try again.',
  },
  {
    codes: ['28P01', '28000', 'WRONGPASS', 'NOAUTH'],
    what: 'refused the user or the password',
    next: 'Check both in the address.',
  },
  {
    codes: ['3D000', 'Invalid'],
    what: 'has no database of that name',
    next: 'Create it, or name another in the address.',
  },
  {
    codes: ['42501', 'NOPERM'],
    what: 'does not let this user do that',
    next: 'Grant the user the right to create tables and to write.',
  },
  {
    codes: [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'ETIMEDOUT',
      'ECONNRESET',
      'EPIPE',
      'ClientOfflineError',
      'ConnectionTimeoutError',
      'SocketClosedUnexpectedlyError',
      'SocketTimeoutError',
    ],
    what: 'could not be reached',
    next: NO_ANSWER,
  },
];

/** Says in a sentence what went wrong with a store, whichever driver it came from. */
export function storeError(shown: string, thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown;
  const marks = [...marksOf(thrown)];
  const known = TROUBLES.find(({ codes }) => marks.some((mark) => codes.includes(mark)));
  const { what, next } = known ?? { what: 'did not answer as it should', next: NO_ANSWER };
  return new UserError(`The store ${shown} ${what}.`, next, { cause: thrown });
}

/** Codes and names of an error, of those that it wraps and, as with Redis, the first word it says. */
function* marksOf(thrown: unknown): Iterable<string | number> {
  if (!(thrown instanceof Error)) return;
  const { code, errcode } = thrown as { code?: unknown; errcode?: unknown };
  // SQLite's extended codes carry the plain one in their last eight bits.
  if (typeof errcode === 'number') yield errcode & 0xff;
  if (typeof code === 'string') yield code;
  yield thrown.constructor.name;
  yield thrown.message.split(' ', 1)[0] ?? '';
  if (/timeout|terminated/i.test(thrown.message)) yield 'ETIMEDOUT';
  yield* marksOf(thrown.cause);
  if (thrown instanceof AggregateError) for (const one of thrown.errors) yield* marksOf(one);
  if ('originalError' in thrown) yield* marksOf(thrown.originalError);
}
