import { wrapTruncated } from '../../text/wrap.ts';
import { axisBelow, scale } from '../axis.ts';
import type { Drawing } from '../drawing.ts';
import { framed, frameOf, labelLines, SIZES, TEXT, textLines } from '../frame.ts';
import { formatEstimate, formatValue } from '../numbers.ts';
import { line, rectangle, type Stroke, symbol } from '../shapes.ts';
import { shade, type Theme } from '../theme.ts';
import type { EstimateRow, EstimatesPicture } from './picture.ts';

/** From the foot of a label to the middle of its bar, and from there to the next label. */
const TO_BAR = 14;
const TO_NEXT = 18;
/** Room on each side of a bar for a line that crosses it, and for one that marks a value. */
const ABOVE_BAR = 10;
const ABOVE_MARK = 8;

/** Room for the axis, and for each line of its title. */
const AXIS = 30;

/** One row of the picture with its place in pixels. */
interface Placed extends EstimateRow {
  readonly lines: readonly string[];
  readonly figure: string;
  readonly top: number;
  readonly bar: number;
}

/**
 * Each row has its label and its figure on lines of their own above the bar, so that the bar has
 * the full width of a phone. @param picture a tidy one @param full pixels
 */
export function drawEstimates(picture: EstimatesPicture, theme: Theme, full: number): Drawing {
  const frame = frameOf(picture.title, full);
  const { width } = frame;
  const { axis, chance } = picture;
  const rows = placed(picture, width);
  const height = (rows.at(-1)?.bar ?? 0) + TO_NEXT;
  const below = axisBelow(axis, width, height, theme);
  const label = [
    ...labelLines(axis.label, width, 2),
    ...(chance === undefined
      ? []
      : labelLines(`dashed: chance, ${formatValue(chance, axis)}`, width, 1)),
  ];
  return framed(frame, theme, {
    height,
    below: AXIS + label.length * SIZES.lineHeight,
    shapes: [
      ...below.shapes,
      ...linesOf(picture, rows, theme, width),
      ...marksOf(picture, rows, theme, width),
    ],
    texts: [
      ...below.texts,
      ...textLines(
        label,
        { x: width / 2, y: height + AXIS - 6 },
        { fill: theme.muted, size: SIZES.small, anchor: 'middle' },
      ),
      ...rows.flatMap(({ lines, figure, top, estimate }) => [
        ...textLines(lines, { x: 0, y: top }, { fill: theme.ink }),
        ...textLines(
          [figure],
          { x: width, y: top },
          { fill: estimate === undefined ? theme.muted : theme.ink, anchor: 'end' },
        ),
      ]),
    ],
  });
}

function placed({ rows, axis }: EstimatesPicture, width: number): readonly Placed[] {
  const figures = rows.map((row) => formatEstimate(row, axis));
  const room = width - Math.max(0, ...figures.map(TEXT)) - 12;
  let top = 4;
  return rows.map((row, index) => {
    const lines = wrapTruncated(row.label, room, 2, TEXT);
    const bar = top + lines.length * SIZES.lineHeight + TO_BAR - 4;
    const placed = { ...row, lines, figure: figures[index] ?? '', top, bar };
    top = bar + TO_NEXT;
    return placed;
  });
}

/** Marks below the bars of all rows: the axis, zero where values stand on both sides of it, and chance. */
function linesOf(
  { axis, chance }: EstimatesPicture,
  rows: readonly Placed[],
  theme: Theme,
  width: number,
): readonly string[] {
  const crossing = (at: number, style: Stroke) =>
    rows.map(({ bar }) => {
      const x = scale(axis, width)(at);
      return line({ x, y: bar - ABOVE_BAR }, { x, y: bar + ABOVE_BAR }, style);
    });
  return [
    ...rows.map(({ bar: y }) => line({ x: 0, y }, { x: width, y }, { stroke: theme.line })),
    ...(axis.min < 0 && axis.max > 0 ? crossing(0, { stroke: theme.line }) : []),
    ...(chance === undefined
      ? []
      : crossing(chance, { stroke: theme.muted, width: 1.5, dash: [4, 3] })),
  ];
}

/** The rows that others are compared with, as a mark on every bar but no text; then intervals and dots. */
function marksOf(
  { axis }: EstimatesPicture,
  rows: readonly Placed[],
  theme: Theme,
  width: number,
): readonly string[] {
  const x = scale(axis, width);
  const references = rows.flatMap(({ reference, estimate }) =>
    reference === true && estimate !== undefined ? [x(estimate)] : [],
  );
  return [
    ...references.flatMap((at) =>
      rows.map(({ bar }) =>
        rectangle(
          { x: at - 0.75, y: bar - ABOVE_MARK },
          { x: at + 0.75, y: bar + ABOVE_MARK },
          { fill: theme.muted, opacity: 0.7 },
        ),
      ),
    ),
    ...rows.flatMap(({ interval, bar: y, colour }) => {
      if (interval === undefined) return [];
      const [low, high] = interval;
      const style = { stroke: shade(colour, theme), width: 4, round: true };
      return [line({ x: x(low), y }, { x: x(high), y }, style)];
    }),
    ...rows.flatMap(({ estimate, bar: y, colour }) => {
      if (estimate === undefined) return [];
      const style = { fill: shade(colour, theme), stroke: theme.ground, width: 2 };
      return [symbol('circle', { x: x(estimate), y }, 130, style)];
    }),
  ];
}
