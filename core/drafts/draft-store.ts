import { z } from 'zod';
import { type Asker, isOperator } from '../domain/access.ts';
import { UserError } from '../domain/user-error.ts';
import type { Store } from '../store/store.ts';
import { type RecordKind, versionedShelf } from '../store/versioned.ts';
import { quoted } from '../text/quoted.ts';
import type { Draft } from './draft.ts';
import type { Written } from './written.ts';

/** Drafts that nobody runs or keeps are forgotten. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;

/** Keeps drafts. */
export interface DraftStore {
  save(draft: Draft): Promise<void>;
  /** A draft of the asker's channel. @throws UserError, the same as where there is no such draft. */
  own(asker: Asker, id: string): Promise<Draft>;
  discard(draft: Draft): Promise<void>;
}

export function createDraftStore(store: Store): DraftStore {
  const shelf = versionedShelf(store.namespace('drafts'), DRAFT);
  return {
    save: (draft) => shelf.set(draft.id, draft, REMEMBERED_MS),
    own: async (asker, typed) => {
      const id = typed.trim().toLowerCase();
      const draft = /^[\da-f]{8}$/.test(id) ? await shelf.get(id) : undefined;
      if (draft && (isOperator(asker) || draft.channel === asker.channel)) return draft;
      throw new UserError(
        `No draft of this channel is called ${quoted(typed)}.`,
        'Write a new one with trait, and put texts between quotation marks.',
        { code: 'not-found' },
      );
    },
    discard: ({ id }) => shelf.delete(id),
  };
}

/** Texts as they were written: the limits for new ones may have changed since. */
const written: z.ZodType<Written> = z.looseObject({
  rubric: z.string(),
  anchors: z.array(
    z.looseObject({ at: z.number(), means: z.string(), typical: z.array(z.string()) }),
  ),
  questions: z.array(z.string()),
  positive: z.string(),
  negative: z.string(),
});

const DRAFT: RecordKind<Draft> = {
  name: 'draft',
  version: 1,
  schema: z.looseObject({
    id: z.string(),
    channel: z.string(),
    by: z.looseObject({ id: z.string(), name: z.string() }),
    trait: z.string(),
    writer: z.string(),
    simulated: z.boolean(),
    version: z.int(),
    written,
    before: z.array(written),
    writtenAt: z.iso.datetime(),
  }),
};
