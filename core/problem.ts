/**
 * An error meant for a person: what was wrong, with what was given, and what to do next.
 * Everything else that is thrown is a fault of ours and is shown as such.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly next: string;

  /** @param what one sentence: what was wrong. @param next one sentence: what to do. */
  constructor(what: string, next: string, options?: ErrorOptions) {
    super(what, options);
    this.next = next;
  }
}

/** What may be shown of any thrown value: a Problem as it is, anything else without its insides. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(
    'Something broke on our side.',
    'The log has the details; try again, and report it if it happens twice.',
    { cause: thrown },
  );
}
