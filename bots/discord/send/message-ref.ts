import { z } from 'zod';
import { UserError } from '../../../core/domain/user-error.ts';
import type { View } from '../../../core/views/view.ts';
import type { MessageRef } from '../../platform.ts';
import { LIMITS } from '../limits.ts';
import { plainLabel } from '../render/escape.ts';

/** A posted message, as it is stored. */
const schema = z.object({
  /** The channel or thread that holds it. */
  channel: z.string().regex(/^\d+$/),
  message: z.string().regex(/^\d+$/),
  /** Its channel is a thread already: what belongs to it goes beside it. */
  home: z.literal('thread').optional(),
  /** It was posted as plain text, and stays so. */
  form: z.literal('plain').optional(),
  /** The name of a thread under it. */
  title: z.string().optional(),
});
export type DiscordRef = z.infer<typeof schema>;

export function readRef(ref: MessageRef): DiscordRef {
  const result = schema.safeParse(ref);
  if (result.success) return result.data;
  throw new UserError(
    'What was stored of a message is not what Discord’s messages are stored as.',
    'Show the run again with /probe show.',
    { code: 'not-found' },
  );
}

/** `undefined` fields left out: what is stored is plain JSON. */
export function writeRef(ref: DiscordRef): MessageRef {
  return Object.fromEntries(
    Object.entries(ref).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A name for a thread: the first words of the view. */
export function titleOf(view: View): string {
  const first = view.blocks.find(({ kind }) => kind === 'heading' || kind === 'text');
  const text = first && 'text' in first ? first.text : '';
  return plainLabel(text, LIMITS.threadName.max) || 'Answers';
}
