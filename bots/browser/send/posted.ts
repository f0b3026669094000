import { truncateCodeUnits } from '../../../core/text/truncate.ts';
import type { Block, Message, View } from '../../../core/views/view.ts';
import { LIMITS } from '../limits.ts';

/** A message as the channel keeps it. */
export interface Posted {
  /** Letters, digits and hyphens. */
  readonly id: string;
  /** The message in whose thread it stands; absent: in the channel itself. */
  readonly root?: string | undefined;
  /** The run that it shows. */
  readonly run?: string | undefined;
  /** ISO 8601: when it was posted. */
  readonly at: string;
  readonly message: Message;
  /** Grows with each change in the channel. */
  readonly revision: number;
}

/** A message's name where it is listed: what was asked, or else its heading. */
export function titleOf({ blocks }: View): string {
  const titles = new Map<Block['kind'], string>();
  for (const block of blocks.toReversed()) {
    if ('text' in block && block.text.trim() !== '') titles.set(block.kind, block.text);
  }
  const title = titles.get('quote') ?? titles.get('heading') ?? titles.get('text') ?? 'A message';
  return truncateCodeUnits(title, LIMITS.title.max);
}
