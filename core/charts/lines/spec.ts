import type { TopLevelSpec } from 'vega-lite';
import { dashOf } from '../dashes.ts';
import { axisOf, frame, labelLines, SIZES, TEXT, textLayer, titleLayer } from '../frame.ts';
import { cut } from '../letters.ts';
import { shade, type Theme } from '../theme.ts';
import type { LinesPicture } from './picture.ts';

const HEIGHT = 200;
/** Left of the plot for the figures of its axis, and below it for the steps and their label. */
const LEFT = 46;
const BELOW = 50;
const LEGEND_LINE = 20;
const SWATCH = 28;

/** Lines over steps with a band each, and a legend below. @param picture a tidy one @param full pixels */
export function linesSpec(picture: LinesPicture, theme: Theme, full: number): TopLevelSpec {
  const framed = frame(picture.title, theme, full);
  const label = labelLines(picture.axis.label, framed.width, 2);
  const small = { color: theme.muted, fontSize: SIZES.small } as const;
  const above = { ...framed, top: framed.top + label.length * SIZES.lineHeight + 4 };
  const { steps, ...data } = dataOf(picture, theme, framed.width);
  const { x, y, pixel, ink, dash, detail } = channels(picture);
  const width = framed.width - LEFT;
  return {
    ...framed.head,
    padding: {
      left: SIZES.side + LEFT,
      right: SIZES.side,
      top: above.top,
      bottom: BELOW + 6 + data.legend.length * LEGEND_LINE,
    },
    width,
    height: HEIGHT,
    layer: [
      titleLayer(above, theme, LEFT),
      textLayer(label, { x: -LEFT, y: framed.top - above.top - 4 }, small),
      textLayer(
        labelLines(picture.steps.label, width, 1),
        { x: width / 2, y: HEIGHT + 24 },
        { ...small, align: 'center' },
      ),
      // With nothing to show there are still axes.
      {
        data: { values: steps },
        mark: { type: 'point', opacity: 0 },
        encoding: { x, y: { ...y, datum: picture.axis.min } },
      },
      {
        data: { values: data.points },
        mark: { type: 'area', opacity: 0.16 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: ink, detail },
        transform: [{ filter: 'isValid(datum.low)' }],
      },
      {
        data: { values: data.points },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: { x, y: { ...y, field: 'estimate' }, color: ink, strokeDash: dash, detail },
      },
      {
        data: { values: data.points },
        mark: { type: 'point', filled: true, opacity: 1, size: 45 },
        encoding: { x, y: { ...y, field: 'estimate' }, color: ink },
      },
      {
        data: { values: data.legend },
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: {
          x: { value: -LEFT },
          x2: { value: SWATCH - LEFT },
          y: pixel,
          color: ink,
          strokeDash: dash,
        },
      },
      {
        data: { values: data.legend },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: {
          x: { value: SWATCH + 10 - LEFT },
          y: pixel,
          text: { field: 'label', type: 'nominal' },
        },
      },
    ],
  };
}

function channels({ axis, steps }: LinesPicture) {
  return {
    x: {
      field: 'step',
      type: 'ordinal' as const,
      sort: null,
      scale: { domain: [...steps.values], type: 'point' as const, padding: 0.3 },
      axis: {
        title: null,
        labelAngle: 0,
        labelOverlap: 'greedy' as const,
        labelSeparation: 6,
      },
    },
    y: {
      type: 'quantitative' as const,
      scale: { domain: [axis.min, axis.max], nice: false, zero: false },
      axis: {
        ...axisOf(axis, HEIGHT),
        grid: true,
        labelFlush: false,
        labelLimit: LEFT - 6,
      },
    },
    pixel: { field: 'y', type: 'quantitative', scale: null, axis: null } as const,
    ink: { field: 'ink', type: 'nominal', scale: null } as const,
    dash: { field: 'dash', type: 'nominal', scale: null } as const,
    detail: { field: 'line', type: 'nominal' } as const,
  };
}

function dataOf({ lines, steps }: LinesPicture, theme: Theme, width: number) {
  return {
    steps: steps.values.map((step) => ({ step })),
    points: lines.flatMap((line, index) =>
      line.points.map(({ step, estimate, interval }) => ({
        line: index,
        step,
        estimate,
        low: interval?.[0] ?? null,
        high: interval?.[1] ?? null,
        ...styleOf(line, theme),
      })),
    ),
    legend: lines.map((line, index) => ({
      y: HEIGHT + BELOW + (index + 0.5) * LEGEND_LINE,
      label: cut(line.label, width - SWATCH - 10, TEXT),
      ...styleOf(line, theme),
    })),
  };
}

const styleOf = (line: LinesPicture['lines'][number], theme: Theme) => ({
  ink: shade(line.colour, theme),
  dash: dashOf(line.dash),
});
