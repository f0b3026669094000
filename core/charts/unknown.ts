import { wrapTruncated } from '../text/wrap.ts';
import type { ChartKind } from './chart-kind.ts';
import type { Picture } from './picture.ts';
import { tidyTexts } from './tidy.ts';

const MOST_LINES = 24;

/** A picture that another version kept, of a kind that this one does not have: its words alone. */
export const UNKNOWN: ChartKind<Picture> = {
  kind: '',
  tidy: (picture) => ({ ...picture, ...tidyTexts(picture) }),
  draw: async ({ title }, theme, full) => {
    const { framed, frameOf } = await import('./frame.ts');
    return framed(frameOf(title, full), theme, { height: 8, below: 8, shapes: [], texts: [] });
  },
  characters: ({ alt }, width) => wrapTruncated(alt, width, MOST_LINES),
  figures: () => [],
  series: () => undefined,
  relabel: (picture) => picture,
  labels: () => [],
  isDrawnWhole: () => false,
};
