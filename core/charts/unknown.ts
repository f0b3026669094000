import type { ChartKind } from './chart-kind.ts';
import { frame, SIZES, titleLayer } from './frame.ts';
import { wrap } from './letters.ts';
import type { Picture } from './picture.ts';
import { tidyTexts } from './tidy.ts';

const MOST_LINES = 24;

/** A picture that another version kept, of a kind that this one does not have: its words alone. */
export const UNKNOWN: ChartKind<Picture> = {
  kind: '',
  tidy: (picture) => ({ ...picture, ...tidyTexts(picture) }),
  spec: ({ title }, theme, full) => {
    const framed = frame(title, theme, full);
    return {
      ...framed.head,
      padding: { left: SIZES.side, right: SIZES.side, top: framed.top, bottom: 8 },
      width: framed.width,
      height: 8,
      layer: [titleLayer(framed, theme, 0)],
    };
  },
  characters: ({ alt }, width) => wrap(alt, width, MOST_LINES),
  figures: () => [],
  series: () => undefined,
  relabel: (picture) => picture,
  labels: () => [],
  isDrawnWhole: () => false,
};
