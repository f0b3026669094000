import { truncateMeasured } from '../../text/truncate.ts';
import { axisAtLeft, baseline, labelsBelow, scale } from '../axis.ts';
import { dashOf } from '../dashes.ts';
import type { Drawing } from '../drawing.ts';
import { framed, frameOf, labelLines, SIZES, TEXT, textAt, textLines } from '../frame.ts';
import { line, type Point, polygon, polyline, symbol } from '../shapes.ts';
import { shade, type Theme } from '../theme.ts';
import type { LinesPicture } from './picture.ts';

const HEIGHT = 200;
/** Left of the plot for the figures of its axis, and below it for the steps and their label. */
const LEFT = 46;
const BELOW = 50;
const LEGEND_LINE = 20;
const SWATCH = 28;
const TO_LABEL = 10;
/** At both ends of the steps, in steps. */
const AROUND = 0.3;

/** Lines over steps with a band each, and a legend below. @param picture a tidy one @param full pixels */
export function drawLines(picture: LinesPicture, theme: Theme, full: number): Drawing {
  const frame = frameOf(picture.title, full);
  const { axis, steps, lines } = picture;
  const label = labelLines(axis.label, frame.width, 2);
  const above = label.length * SIZES.lineHeight + 4;
  const width = frame.width - LEFT;
  const place = placesOf(steps.values, width);
  const small = { fill: theme.muted, size: SIZES.small };
  const left = axisAtLeft(axis, { width, height: HEIGHT, room: LEFT }, theme);
  const legend = legendOf(lines, theme, frame.width);
  return framed(frame, theme, {
    left: LEFT,
    above,
    height: HEIGHT,
    below: BELOW + 6 + lines.length * LEGEND_LINE,
    shapes: [
      ...left.shapes,
      baseline(width, HEIGHT, theme),
      ...seriesOf(picture, theme, place),
      ...legend.shapes,
    ],
    texts: [
      ...textLines(label, { x: -LEFT, y: -above - 4 }, small),
      ...left.texts,
      ...labelsBelow(
        steps.values.map((step) => ({ text: String(step), x: place(step), anchor: 'middle' })),
        HEIGHT,
        theme,
      ),
      ...textLines(
        labelLines(steps.label, width, 1),
        { x: width / 2, y: HEIGHT + 24 },
        { ...small, anchor: 'middle' },
      ),
      ...legend.texts,
    ],
  });
}

/** Steps as far from each other as the plot is wide, whatever they are called. */
function placesOf(steps: readonly number[], width: number): (step: number) => number {
  const between = width / Math.max(1, steps.length - 1 + 2 * AROUND);
  const first = (width - between * (steps.length - 1)) / 2;
  const at = new Map(steps.map((step, index) => [step, first + index * between]));
  return (step) => at.get(step) ?? 0;
}

/** All bands lie below all lines, and those below the points. */
function seriesOf(
  { lines, axis }: LinesPicture,
  theme: Theme,
  place: (step: number) => number,
): readonly string[] {
  const up = scale(axis, HEIGHT);
  const at = (step: number, value: number): Point => ({ x: place(step), y: HEIGHT - up(value) });
  const bands = lines.flatMap(({ points, colour }) => {
    const known = points.flatMap(({ step, interval }) => (interval ? [{ step, interval }] : []));
    if (known.length === 0) return [];
    const low = known.map(({ step, interval }) => at(step, interval[0]));
    const high = known.map(({ step, interval }) => at(step, interval[1]));
    const style = { fill: shade(colour, theme), opacity: 0.16 };
    return [polygon([...low, ...high.toReversed()], style)];
  });
  const drawn = lines.map(({ points, colour, dash }) => ({
    points: points.map(({ step, estimate }) => at(step, estimate)),
    stroke: shade(colour, theme),
    dash: dashOf(dash),
  }));
  return [
    ...bands,
    ...drawn.flatMap(({ points, stroke, dash }) =>
      points.length < 2 ? [] : [polyline(points, { stroke, width: 2.5, dash })],
    ),
    ...drawn.flatMap(({ points, stroke }) =>
      points.map((point) => symbol('circle', point, 45, { fill: stroke })),
    ),
  ];
}

function legendOf(lines: LinesPicture['lines'], theme: Theme, width: number) {
  const entries = lines.map((one, index) => ({
    ...one,
    y: HEIGHT + BELOW + (index + 0.5) * LEGEND_LINE,
    text: truncateMeasured(one.label, width - SWATCH - TO_LABEL, TEXT),
  }));
  return {
    shapes: entries.map(({ y, colour, dash }) => {
      const style = { stroke: shade(colour, theme), width: 2.5, dash: dashOf(dash) };
      return line({ x: -LEFT, y }, { x: SWATCH - LEFT, y }, style);
    }),
    texts: entries.flatMap(({ y, text }) =>
      textAt(text, { x: SWATCH + TO_LABEL - LEFT, y }, { fill: theme.ink }),
    ),
  };
}
