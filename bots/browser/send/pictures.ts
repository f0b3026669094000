import { z } from 'zod';
import type { Picture } from '../../../core/charts/picture.ts';
import { createLru } from '../../lru.ts';
import { LIMITS } from '../limits.ts';
import { pictureHash, THEMES, WIDTHS } from '../render/picture.ts';
import type { Posted } from './posted.ts';

/** Draws a picture as a whole SVG document. */
export type DrawSvg = (
  picture: Picture,
  size: { readonly theme: 'light' | 'dark'; readonly width: number },
) => Promise<string>;

/** The sizes that the page asks for, and no others. */
export const size = z.object({
  theme: z.enum(THEMES),
  width: z.coerce.number().pipe(z.literal(Object.values(WIDTHS))),
});

/** Finds a picture in what is shown, and draws it once for each theme and width. */
export function gallery(draw: DrawSvg, shown: () => Iterable<Posted>) {
  const drawn = createLru<string, Promise<string>>(LIMITS.pictures.max);
  const find = (hash: string): Picture | undefined => {
    for (const { message } of shown()) {
      for (const block of message.view.blocks) {
        if (block.kind === 'picture' && pictureHash(block.picture) === hash) return block.picture;
      }
    }
    return undefined;
  };
  return {
    /** Undefined where no message shows such a picture. Rejects where it can't be drawn. */
    get: async (
      hash: string,
      { theme, width }: z.infer<typeof size>,
    ): Promise<string | undefined> => {
      const key = `${hash} ${theme} ${width}`;
      const known = drawn.get(key);
      if (known) return known;
      const picture = find(hash);
      if (!picture) return undefined;
      const svg = draw(picture, { theme, width });
      drawn.set(key, svg);
      svg.catch(() => drawn.delete(key));
      return svg;
    },
  };
}

/** A drawing may style itself and hold its fonts, and nothing else. */
export const PICTURE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox";
