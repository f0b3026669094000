import { axisBelow } from '../axis.ts';
import type { Drawing, PlacedText } from '../drawing.ts';
import { framed, frameOf, SIZES, textAt, textLines } from '../frame.ts';
import { rectangle, symbol } from '../shapes.ts';
import { shade, type Theme } from '../theme.ts';
import { type Box, MARK, type Placed, partsOf, placed } from './bars.ts';
import { bandsOf } from './fold.ts';
import { legendOf } from './legend.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';

/** Room for the axis. */
const AXIS = 32;

/** Stacked bars over the full width, each below its label, and a legend. @param picture a tidy one @param full pixels */
export function drawDistribution(
  picture: DistributionPicture,
  theme: Theme,
  full: number,
): Drawing {
  const frame = frameOf(picture.title, full);
  const { width } = frame;
  const bands = bandsOf(picture);
  const rows = placed(picture, width);
  const height = (rows.at(-1)?.foot ?? 0) + 6;
  const below = axisBelow(SHARES, width, height, theme);
  const legend = legendOf(bands, theme, width, height + AXIS);
  const boxes = [...partsOf(rows, bands, theme, width), ...legend.boxes];
  return framed(frame, theme, {
    height,
    below: AXIS + 10 + legend.height,
    shapes: [
      ...below.shapes,
      ...rows.map(({ colour, top }) =>
        symbol('circle', { x: 5, y: top + 6 }, 90, { fill: shade(colour, theme) }),
      ),
      ...boxes.map(({ from, to, top, foot, fill, stroke }) =>
        rectangle({ x: from, y: top }, { x: to, y: foot }, { fill, stroke, width: 1 }),
      ),
    ],
    texts: [
      ...below.texts,
      ...rows.flatMap((row) => textsOf(row, theme, width)),
      ...boxes.flatMap(figureOf),
      ...legend.names.flatMap(({ text, x, y }) => textAt(text, { x, y }, { fill: theme.ink })),
    ],
  });
}

/** The label at the left, what the shares rest on at the right. */
function textsOf({ lines, basis, top, bar, shares }: Placed, theme: Theme, width: number) {
  const small = { fill: theme.muted, size: SIZES.small };
  return [
    ...textLines(lines, { x: MARK, y: top }, { fill: theme.ink }),
    ...textLines([basis], { x: width, y: top }, { ...small, anchor: 'end' }),
    ...(shares.length > 0 ? [] : textLines(['no estimate'], { x: MARK, y: bar }, small)),
  ];
}

function figureOf({ text, at, top, foot, ink }: Box): readonly PlacedText[] {
  const style = { fill: ink, size: SIZES.small, anchor: 'middle' } as const;
  return textAt(text, { x: at, y: (top + foot) / 2 }, style);
}
