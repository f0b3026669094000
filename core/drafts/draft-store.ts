import { type Asker, isOperator } from '../config/access.ts';
import { UserError } from '../domain/user-error.ts';
import type { Store } from '../store/store.ts';
import type { Draft } from './draft.ts';

/** Drafts that nobody runs or keeps are forgotten. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;

/** Where drafts are kept. */
export interface DraftStore {
  save(draft: Draft): Promise<void>;
  /** A draft of the asker's channel. @throws UserError, the same as where there is no such draft. */
  own(asker: Asker, id: string): Promise<Draft>;
  discard(draft: Draft): Promise<void>;
}

export function createDraftStore(store: Store): DraftStore {
  const shelf = store.namespace('drafts');
  return {
    save: (draft) => shelf.set(draft.id, draft, REMEMBERED_MS),
    own: async (asker, typed) => {
      const id = typed.trim().toLowerCase();
      const draft = /^[\da-f]{8}$/.test(id) ? await shelf.get<Draft>(id) : undefined;
      if (draft && (isOperator(asker) || draft.channel === asker.channel)) return draft;
      throw new UserError(
        `No draft of this channel is called “${typed.slice(0, 40)}”.`,
        'Write a new one with trait, and put texts between quotation marks.',
      );
    },
    discard: ({ id }) => shelf.delete(id),
  };
}
