import type { Logger } from 'pino';
import type { Picture } from '../../../core/charts/picture.ts';
import type { Block, ColumnsBlock, Message, View } from '../../../core/views/view.ts';
import { EXTRAS, pack, type Upload } from './files.ts';

/** Makers of images. Either may be absent; text stands in for what is not drawn. */
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

/** Images of a message that is at rest: one for each edit would flicker, and cost more than it shows. */
async function draw(view: View, drawers: Drawers, log: Logger): Promise<Drawings> {
  const drawings = new Map<Block, Uint8Array>();
  for (const block of view.state === 'running' ? [] : view.blocks) {
    const drawer = drawerOf(block, drawers);
    if (!drawer || drawings.size === EXTRAS.images) continue;
    try {
      const image = await drawer();
      if (image.length <= EXTRAS.imageBytes) drawings.set(block, image);
    } catch (error) {
      log.warn({ error: String(error), block: block.kind }, 'could not draw, text stands in');
    }
  }
  return drawings;
}

function drawerOf(
  block: Block,
  { drawPicture, drawColumns }: Drawers,
): (() => Promise<Uint8Array>) | undefined {
  if (block.kind === 'picture') return drawPicture && (() => drawPicture(block.picture));
  return block.kind === 'columns' && drawColumns ? () => drawColumns(block) : undefined;
}
