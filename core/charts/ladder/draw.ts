import { axisBelow, scale } from '../axis.ts';
import { dashOf, shapeOf } from '../dashes.ts';
import type { Drawing } from '../drawing.ts';
import { framed, frameOf, labelLines, SIZES, textAt, textLines } from '../frame.ts';
import { line, type Point, polyline, symbol } from '../shapes.ts';
import { shade, type Theme } from '../theme.ts';
import type { LadderPicture } from './picture.ts';
import { type Entry, entriesOf, LEGEND_LINE, placesOf, type Rung, SWATCH } from './places.ts';

/** Room for the axis. */
const AXIS = 30;

/**
 * Rungs are rows, since their names are words: upright there is room for nine of them on a phone.
 * A series is a chain of dots down the rungs. @param picture a tidy one @param full pixels
 */
export function drawLadder(picture: LadderPicture, theme: Theme, full: number): Drawing {
  const frame = frameOf(picture.title, full);
  const { rows, left, height } = placesOf(picture, frame.width);
  const width = frame.width - left;
  const { axis } = picture;
  const head = labelLines(picture.rungs.label, frame.width, 1);
  const above = head.length === 0 ? 0 : head.length * SIZES.lineHeight + 4;
  const label = labelLines(axis.label, frame.width, 2);
  const belowAxis = height + AXIS + label.length * SIZES.lineHeight;
  const entries = entriesOf(picture, frame.width, belowAxis + 4);
  const small = { fill: theme.muted, size: SIZES.small };
  const below = axisBelow(axis, width, height, theme);
  return framed(frame, theme, {
    left,
    above,
    height,
    below: belowAxis - height + 14 + entries.length * LEGEND_LINE,
    shapes: [
      ...below.shapes,
      ...rows.map(({ top: y }) =>
        line({ x: -left, y }, { x: width, y }, { stroke: theme.line, opacity: 0.7 }),
      ),
      ...crossing(picture, theme, { width, height }),
      ...seriesOf(picture, rows, theme, width),
      ...entries.flatMap((entry) => swatch(entry, theme, left)),
    ],
    texts: [
      ...textLines(head, { x: -left, y: -above }, small),
      ...rows.flatMap(({ name, nameTop }) =>
        textLines(name, { x: -left, y: nameTop }, { fill: theme.ink }),
      ),
      ...below.texts,
      ...textLines(label, { x: width / 2, y: height + AXIS - 6 }, { ...small, anchor: 'middle' }),
      ...entries.flatMap(({ y, label: text }) =>
        textAt(text, { x: SWATCH + 10 - left, y }, { fill: theme.ink }),
      ),
    ],
  });
}

/** Zero, where values stand on both sides of it, and the reference, over all rungs. */
function crossing(
  { axis, reference }: LadderPicture,
  theme: Theme,
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const x = scale(axis, width);
  const upright = (at: number, style: { stroke: string; width?: number }) =>
    line({ x: x(at), y: 0 }, { x: x(at), y: height }, style);
  return [
    ...(axis.min < 0 && axis.max > 0 ? [upright(0, { stroke: theme.line })] : []),
    ...(reference ? [upright(reference.estimate, { stroke: theme.muted, width: 1.5 })] : []),
  ];
}

/** All intervals lie below all chains, and those below the dots. */
function seriesOf(
  { axis, series }: LadderPicture,
  rows: readonly Rung[],
  theme: Theme,
  width: number,
): readonly string[] {
  const x = scale(axis, width);
  const drawn = series.map(({ points, colour, dash }, index) => {
    const dots = points.map(({ rung, estimate, interval }) => {
      const y = rows[rung]?.lanes[index] ?? 0;
      return { at: { x: x(estimate), y }, ends: interval?.map((end): Point => ({ x: x(end), y })) };
    });
    return { dots, ink: shade(colour, theme), dash };
  });
  return [
    ...drawn.flatMap(({ dots, ink }) =>
      dots.flatMap(({ ends: [low, high] = [] }) =>
        low && high ? [line(low, high, { stroke: ink, width: 3, round: true, opacity: 0.75 })] : [],
      ),
    ),
    ...drawn.flatMap(({ dots, ink, dash }) => {
      const chain = dots.map(({ at }) => at);
      const style = { stroke: ink, width: 2, dash: dashOf(dash) };
      return chain.length < 2 ? [] : [polyline(chain, style)];
    }),
    ...drawn.flatMap(({ dots, ink, dash }) => {
      const style = { fill: ink, stroke: theme.ground, width: 2 };
      return dots.map(({ at }) => symbol(shapeOf(dash), at, 90, style));
    }),
  ];
}

/** A piece of a chain, or of the line that the reference is. */
function swatch({ look, y }: Entry, theme: Theme, left: number): readonly string[] {
  const middle = { x: SWATCH / 2 - left, y };
  if (look === undefined) {
    const style = { stroke: theme.muted, width: 1.5 };
    return [line({ ...middle, y: y - 8 }, { ...middle, y: y + 8 }, style)];
  }
  const ink = shade(look.colour, theme);
  const style = { stroke: ink, width: 2, dash: dashOf(look.dash) };
  return [
    line({ x: -left, y }, { x: SWATCH - left, y }, style),
    symbol(shapeOf(look.dash), middle, 75, { fill: ink }),
  ];
}
