import { UserError } from '../domain/user-error.ts';
import type { Place, Position } from './positions.ts';

/** A mistake in a file, at a place of it. */
export interface Mistake extends Place {
  /** A clause without a full stop and without its first word's capital. */
  readonly what: string;
  /** A sentence: what would do instead. */
  readonly hint?: string | undefined;
}

/** So many are told: whoever mends them sees the others then. */
export const MOST_MISTAKES = 20;

export function mistake(
  path: Place['path'],
  what: string,
  { on = 'value', hint }: { readonly on?: Place['on']; readonly hint?: string } = {},
): Mistake {
  return { path, on, what, hint };
}

/**
 * The error that names every mistake of a file with its line and column.
 * @param hint what to do about any of them.
 */
export function fileError(
  file: string,
  mistakes: readonly (Omit<Mistake, keyof Place> & Position)[],
  hint: string,
): UserError {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const [only, ...others] = sorted;
  if (only && others.length === 0) {
    const { line, column, what } = only;
    return new UserError(
      sentence(`${file}, line ${line}, column ${column}: ${what}`),
      [only.hint, hint].filter(Boolean).join(' '),
      { code: 'configuration' },
    );
  }
  const list = sorted
    .slice(0, MOST_MISTAKES)
    .map(
      ({ line, column, what, hint: own }) =>
        `  line ${line}, column ${column}: ${own === undefined ? what : `${sentence(what)} ${own}`}`,
    );
  const [count, more] =
    sorted.length > MOST_MISTAKES
      ? [`more than ${MOST_MISTAKES}`, '\n  and others']
      : [sorted.length, ''];
  return new UserError(`${file} has ${count} mistakes:\n${list.join('\n')}${more}`, hint, {
    code: 'configuration',
  });
}

/** A clause as a sentence. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
