import type { Picture } from '../../../core/charts/picture.ts';
import { LIMITS } from '../limits.ts';
import type { SlackBlock } from './blocks.ts';
import type { BlockLevel } from './fallback-levels.ts';

/** A place to read a message: in the channel it must stay short, and `private` only one person sees. */
export type SlackPlace = 'channel' | 'thread' | 'private';

/** All that an element may use to draw itself. */
export interface Drawing {
  readonly level: BlockLevel;
  readonly place: SlackPlace;
  /** Size left of the payload, in code points of JSON. */
  readonly room: number;
  /** The file ids of pictures that were uploaded. */
  readonly images: ReadonlyMap<Picture, string>;
}

/** An element drawn. `cut` says that the reader does not see all of it. */
export interface Drawn {
  readonly blocks: readonly SlackBlock[];
  readonly cut: boolean;
}

/** The most code points of prose at one place. */
export function proseLimit(drawing: Drawing): number {
  return drawing.place === 'channel' ? LIMITS.proseInChannel.max : drawing.room;
}

/** The most code points of one of so many answers that stand side by side. */
export function cellLimit(drawing: Drawing, cells: number): number {
  if (drawing.place !== 'channel') return LIMITS.fieldText.max;
  const share = Math.floor(LIMITS.columnsInChannel.max / Math.max(1, cells));
  return Math.min(LIMITS.cellInChannel.max, Math.max(LIMITS.cellAtLeast.max, share));
}
