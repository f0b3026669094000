import type { UserError } from '../domain/user-error.ts';
import type { Message } from './view.ts';

/** One sentence that says what was wrong, one that says what to do. */
export function errorMessage(error: Pick<UserError, 'message' | 'hint'>): Message {
  return {
    view: {
      state: 'failed',
      blocks: [
        { kind: 'text', text: error.message },
        { kind: 'text', text: error.hint },
      ],
      actions: [],
    },
  };
}

/** A plain line or two, shown to one person: what was done. */
export function noticeMessage(...lines: readonly string[]): Message {
  return {
    view: { state: 'info', blocks: lines.map((text) => ({ kind: 'text', text })), actions: [] },
  };
}
