import type { TopLevelSpec } from 'vega-lite';
import { axisOf, frame, labelLines, SIZES, textLayer, titleLayer } from '../frame.ts';
import type { Theme } from '../theme.ts';
import type { LadderPicture } from './picture.ts';
import { dotsOf, legendOf, rowsOf, SWATCH } from './rows.ts';

/** Room for the axis. */
const AXIS = 30;

/**
 * Rungs are rows, since their names are words: upright there is room for nine of them on a phone.
 * A series is a chain of dots down the rungs. @param picture a tidy one @param full pixels
 */
export function ladderSpec(picture: LadderPicture, theme: Theme, full: number): TopLevelSpec {
  const framed = frame(picture.title, theme, full);
  const { rows, left, height } = rowsOf(picture, framed.width);
  const width = framed.width - left;
  const { axis, reference } = picture;
  const head = labelLines(picture.rungs.label, framed.width, 1);
  const top = framed.top + head.length * SIZES.lineHeight + (head.length > 0 ? 4 : 0);
  const above = { ...framed, top };
  const below = labelLines(axis.label, framed.width, 2);
  const belowAxis = height + AXIS + below.length * SIZES.lineHeight;
  const legend = legendOf(picture, theme, framed.width, belowAxis + 4);
  const small = { color: theme.muted, fontSize: SIZES.small } as const;
  const scale = { domain: [axis.min, axis.max], nice: false, zero: false };
  const x = {
    type: 'quantitative' as const,
    scale,
    axis: { ...axisOf(axis, width), grid: false },
  };
  const pixel = { type: 'quantitative', scale: null, axis: null } as const;
  const y = { ...pixel, field: 'y' } as const;
  const look = { type: 'nominal', scale: null } as const;
  const ink = { ...look, field: 'ink' } as const;
  const dash = { ...look, field: 'dash' } as const;
  const shape = { ...look, field: 'shape' } as const;
  const dots = { values: dotsOf(picture, rows, theme) };
  const estimate = { ...x, field: 'estimate' } as const;
  return {
    ...framed.head,
    padding: {
      left: SIZES.side + left,
      right: SIZES.side,
      top,
      bottom: belowAxis - height + 14 + legend.height,
    },
    width,
    height,
    layer: [
      titleLayer(above, theme, left),
      textLayer(head, { x: -left, y: framed.top - top }, small),
      textLayer(below, { x: width / 2, y: height + AXIS - 6 }, { ...small, align: 'center' }),
      {
        data: { values: rows },
        mark: { type: 'rule', color: theme.line, opacity: 0.7 },
        encoding: { x: { value: -left }, x2: { value: width }, y: { ...pixel, field: 'top' } },
      },
      {
        data: { values: rows },
        mark: { type: 'text', align: 'left', baseline: 'top' },
        encoding: {
          x: { value: -left },
          y: { ...pixel, field: 'nameTop' },
          text: { field: 'name', type: 'nominal' },
        },
      },
      // With nothing to show there is still an axis.
      {
        data: { values: [{}] },
        mark: { type: 'point', opacity: 0 },
        encoding: { x: { ...x, datum: axis.min } },
      },
      {
        data: { values: axis.min < 0 && axis.max > 0 ? [{}] : [] },
        mark: { type: 'rule', color: theme.line },
        encoding: { x: { ...x, datum: 0 }, y: { value: 0 }, y2: { value: height } },
      },
      {
        data: { values: reference ? [{}] : [] },
        mark: { type: 'rule', color: theme.muted, strokeWidth: 1.5 },
        encoding: {
          x: { ...x, datum: reference?.estimate ?? axis.min },
          y: { value: 0 },
          y2: { value: height },
        },
      },
      {
        data: dots,
        mark: { type: 'rule', strokeWidth: 3, strokeCap: 'round', opacity: 0.75 },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y, color: ink },
        transform: [{ filter: 'isValid(datum.low)' }],
      },
      {
        data: dots,
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x: estimate,
          y,
          color: ink,
          strokeDash: dash,
          detail: { field: 'series', type: 'nominal' },
          order: { field: 'rung', type: 'quantitative' },
        },
      },
      {
        data: dots,
        mark: { type: 'point', filled: true, opacity: 1, size: 90, stroke: theme.ground },
        encoding: { x: estimate, y, fill: ink, shape },
      },
      {
        data: { values: legend.entries },
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: {
          x: { value: -left },
          x2: { value: SWATCH - left },
          y,
          color: ink,
          strokeDash: dash,
        },
      },
      {
        data: { values: legend.entries },
        mark: { type: 'point', filled: true, opacity: 1, size: 75 },
        encoding: { x: { value: SWATCH / 2 - left }, y, fill: ink, shape },
      },
      {
        data: { values: legend.across.map((entry) => ({ from: entry.y - 8, to: entry.y + 8 })) },
        mark: { type: 'rule', color: theme.muted, strokeWidth: 1.5 },
        encoding: {
          x: { value: SWATCH / 2 - left },
          y: { ...pixel, field: 'from' },
          y2: { field: 'to' },
        },
      },
      {
        data: { values: [...legend.entries, ...legend.across] },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: {
          x: { value: SWATCH + 10 - left },
          y,
          text: { field: 'label', type: 'nominal' },
        },
      },
    ],
  };
}
