import type { Person } from '../domain/person.ts';
import type { Written } from './written.ts';

/** A probe that a model wrote and that nobody has run: a person reads it first, and may change it. */
export interface Draft {
  readonly id: string;
  readonly channel: string;
  readonly by: Person;
  readonly trait: string;
  /** The model's id, and whether what it writes is a simulation. */
  readonly writer: string;
  readonly simulated: boolean;
  /** Goes up with every change, and down with none. */
  readonly version: number;
  readonly written: Written;
  /** Its earlier contents, the latest last. */
  readonly before: readonly Written[];
  /** ISO 8601. */
  readonly writtenAt: string;
}

const KEPT = 20;

/** The draft with other contents; the ones before can be had back with `undone`. */
export function reviseDraft(draft: Draft, written: Written): Draft {
  return {
    ...draft,
    written,
    version: draft.version + 1,
    before: [...draft.before, draft.written].slice(-KEPT),
  };
}

/** The draft as it was before its last change; undefined where there was none. */
export function undoRevision(draft: Draft): Draft | undefined {
  const written = draft.before.at(-1);
  if (written === undefined) return undefined;
  return { ...draft, written, version: draft.version + 1, before: draft.before.slice(0, -1) };
}
