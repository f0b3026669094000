import { z } from 'zod';
import type { Store } from '../../../core/store/store.ts';
import type { Attachment, View } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';
import type { Posted } from './posted.ts';

/** Keeps a channel's messages over a restart. */
export interface MessageStore {
  /** The newest messages, in the order in which they were posted. */
  load(): Promise<readonly Posted[]>;
  save(posted: Posted): Promise<void>;
}

export function createMessageStore(store: Pick<Store, 'namespace' | 'index'>): MessageStore {
  const kept = store.namespace('local-messages');
  const index = store.index('local-messages');
  return {
    load: async () => {
      const ids = (await index.newest(LIMITS.loadedMessages.max)).toReversed();
      const found = await kept.getMany<unknown>(ids);
      return found.flatMap((value) => {
        const read = stored.safeParse(value);
        return read.success ? [toPosted(read.data)] : [];
      });
    },
    save: async (posted) => {
      await kept.set(posted.id, toStored(posted));
      await index.add(posted.id);
    },
  };
}

const stored = z.object({
  id: z.string(),
  root: z.string().optional(),
  run: z.string().optional(),
  at: z.string(),
  revision: z.number(),
  view: z.custom<View>((value) => viewShape.safeParse(value).success),
  files: z.array(
    z.object({ name: z.string(), mime: z.string(), content: z.string(), base64: z.boolean() }),
  ),
});
type Stored = z.infer<typeof stored>;

/** Enough to be rendered: what it holds in detail was made by this program. */
const viewShape = z.object({
  state: z.enum(['running', 'done', 'failed', 'waiting', 'info']),
  blocks: z.array(z.object({ kind: z.string() })),
  actions: z.array(z.object({ label: z.string(), line: z.string() })),
});

function toStored({ message, ...rest }: Posted): Stored {
  const files = (message.files ?? []).map(({ name, mime, content }) =>
    typeof content === 'string'
      ? { name, mime, content, base64: false }
      : { name, mime, content: Buffer.from(content).toString('base64'), base64: true },
  );
  return { ...rest, view: message.view, files };
}

function toPosted({ view, files, ...rest }: Stored): Posted {
  const attachments = files.map(
    ({ name, mime, content, base64 }): Attachment => ({
      name,
      mime,
      content: base64 ? Buffer.from(content, 'base64') : content,
    }),
  );
  return { ...rest, message: { view, files: attachments } };
}
