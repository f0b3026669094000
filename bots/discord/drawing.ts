import type { Logger } from 'pino';
import type { Picture } from '../../core/charts/picture.ts';
import type { Block, ColumnsBlock, Message, View } from '../../core/views/view.ts';
import { pack, type Upload } from './files.ts';
import { LIMITS } from './limits.ts';

/** What makes images. Either may be absent; text stands in for what is not drawn. */
export interface Drawers {
  readonly drawPicture?: (picture: Picture) => Promise<Uint8Array>;
  readonly drawColumns?: (block: ColumnsBlock) => Promise<Uint8Array>;
}

/** PNG images of the blocks that have one. */
export type Drawings = ReadonlyMap<Block, Uint8Array>;

/** A message with all that takes time or can fail already done, so that rendering it is pure. */
export interface Prepared {
  readonly view: View;
  readonly drawings: Drawings;
  readonly files: readonly Upload[];
  /** Files that could not be sent, one line each. */
  readonly left: readonly string[];
}

/** Images in one message; with a message's own files they stay within its ten. */
const MOST_IMAGES = 3;

/** Draws and packs. A picture that fails is logged and left to the text; it never throws. */
export async function prepare(message: Message, drawers: Drawers, log: Logger): Promise<Prepared> {
  const { uploads, left } = await pack(message.files ?? []);
  return {
    view: message.view,
    drawings: await draw(message.view, drawers, log),
    files: uploads,
    left,
  };
}

async function draw(view: View, drawers: Drawers, log: Logger): Promise<Drawings> {
  const drawings = new Map<Block, Uint8Array>();
  for (const block of view.blocks) {
    if (drawings.size === MOST_IMAGES) break;
    const drawer = drawerOf(block, view, drawers);
    if (!drawer) continue;
    try {
      const image = await drawer();
      if (image.length <= LIMITS.fileBytes.max / 4) drawings.set(block, image);
    } catch (error) {
      log.warn({ error: String(error), block: block.kind }, 'could not draw, text stands in');
    }
  }
  return drawings;
}

/** Columns that are still being written stay text: an image for each edit would cost more than it shows. */
function drawerOf(
  block: Block,
  view: View,
  { drawPicture, drawColumns }: Drawers,
): (() => Promise<Uint8Array>) | undefined {
  if (block.kind === 'picture' && drawPicture) return () => drawPicture(block.picture);
  if (block.kind === 'columns' && drawColumns && view.state !== 'running') {
    return () => drawColumns(block);
  }
  return undefined;
}
