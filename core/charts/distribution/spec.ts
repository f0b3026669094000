import type { TopLevelSpec } from 'vega-lite';
import { axisOf, frame, SIZES, titleLayer } from '../frame.ts';
import type { Theme } from '../theme.ts';
import { lookOf, MARK, partsOf, placed } from './bars.ts';
import { bandsOf } from './fold.ts';
import { legendOf, SWATCH } from './legend.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';

/** Room for the axis. */
const AXIS = 32;

/**
 * Stacked bars over the full width, each below its label, and a legend. All places across are
 * shares of the width. @param picture a tidy one @param full pixels
 */
export function distributionSpec(
  picture: DistributionPicture,
  theme: Theme,
  full: number,
): TopLevelSpec {
  const framed = frame(picture.title, theme, full);
  const { width } = framed;
  const bands = bandsOf(picture);
  const rows = placed(picture, theme, width);
  const height = (rows.at(-1)?.foot ?? 0) + 6;
  const legend = legendOf(bands, width, height + AXIS);
  const swatches = legend.entries.map(({ x, y, toLabel, key, label, ...band }) => ({
    from: x / width,
    at: (x + SWATCH / 2) / width,
    to: (x + SWATCH) / width,
    beside: toLabel / width,
    bar: y - SWATCH / 2,
    foot: y + SWATCH / 2,
    middle: y,
    text: key,
    label,
    ...lookOf(band, theme),
  }));
  const boxes = [...partsOf(rows, bands, theme, width), ...swatches];
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [0, 1], nice: false, zero: false },
    axis: { ...axisOf(SHARES, width), grid: false },
  };
  const y = { type: 'quantitative', scale: null, axis: null } as const;
  const look = { type: 'nominal', scale: null } as const;
  const ink = { ...look, field: 'ink' } as const;
  const text = (field: string) => ({ field, type: 'nominal' as const });
  const small = { fontSize: SIZES.small, color: theme.muted } as const;
  return {
    ...framed.head,
    padding: {
      left: SIZES.side,
      right: SIZES.side,
      top: framed.top,
      bottom: AXIS + 10 + legend.height,
    },
    width,
    height,
    layer: [
      titleLayer(framed, theme, 0),
      // With nothing to show there is still an axis.
      {
        data: { values: [{}] },
        mark: { type: 'point', opacity: 0 },
        encoding: { x: { ...x, datum: 0 } },
      },
      {
        data: { values: rows },
        mark: { type: 'point', filled: true, opacity: 1, size: 90 },
        encoding: { x: { value: 5 }, y: { ...y, field: 'mark' }, color: ink },
      },
      {
        data: { values: rows },
        mark: { type: 'text', align: 'left', baseline: 'top' },
        encoding: { x: { value: MARK }, y: { ...y, field: 'top' }, text: text('label') },
      },
      {
        data: { values: rows },
        mark: { type: 'text', align: 'right', baseline: 'top', ...small },
        encoding: { x: { value: width }, y: { ...y, field: 'top' }, text: text('basis') },
      },
      {
        data: { values: rows.filter(({ empty }) => empty) },
        mark: { type: 'text', align: 'left', baseline: 'top', ...small },
        encoding: { x: { value: MARK }, y: { ...y, field: 'bar' }, text: { value: 'no estimate' } },
      },
      {
        data: { values: boxes },
        mark: { type: 'rect', opacity: 1, strokeWidth: 1 },
        encoding: {
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          y: { ...y, field: 'bar' },
          y2: { field: 'foot' },
          fill: { ...look, field: 'fill' },
          stroke: { ...look, field: 'stroke' },
        },
      },
      {
        data: { values: boxes },
        mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: SIZES.small },
        encoding: {
          x: { ...x, field: 'at' },
          y: { ...y, field: 'middle' },
          text: text('text'),
          color: ink,
        },
      },
      {
        data: { values: swatches },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: {
          x: { ...x, field: 'beside' },
          y: { ...y, field: 'middle' },
          text: text('label'),
        },
      },
    ],
  };
}
