import type { TopLevelSpec } from 'vega-lite';
import { axisOf, frame, labelLines, SIZES, TEXT, textLayer, titleLayer } from '../frame.ts';
import { wrap } from '../letters.ts';
import { formatEstimate, formatValue } from '../numbers.ts';
import { shade, type Theme } from '../theme.ts';
import type { EstimateRow, EstimatesPicture } from './picture.ts';

/** From the foot of a label to the middle of its bar, and from there to the next label. */
const TO_BAR = 14;
const TO_NEXT = 18;
/** What a line that crosses a bar has on each side of it. */
const ABOVE_BAR = 10;

/** Room for the axis, and for each line of its title. */
const AXIS = 30;

/** What Vega reads: one row of the picture, with its place in pixels. */
interface Datum {
  readonly label: readonly string[];
  readonly figure: string;
  readonly ink: string;
  readonly figureInk: string;
  readonly top: number;
  readonly bar: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Each row has its label and its figure on lines of their own above the bar, so that the bar has
 * the full width of a phone. @param picture a tidy one @param full pixels
 */
export function estimatesSpec(picture: EstimatesPicture, theme: Theme, full: number): TopLevelSpec {
  const framed = frame(picture.title, theme, full);
  const { width } = framed;
  const rows = placed(picture, theme, width);
  const height = (rows.at(-1)?.bar ?? 0) + TO_NEXT;
  const label = [
    ...labelLines(picture.axis.label, width, 2),
    ...(picture.chance === undefined
      ? []
      : labelLines(`dashed: chance, ${formatValue(picture.chance, picture.axis)}`, width, 1)),
  ];
  const { min, max } = picture.axis;
  const scale = { domain: [min, max], nice: false, zero: false };
  const x = {
    type: 'quantitative' as const,
    scale,
    axis: { ...axisOf(picture.axis, width), grid: false },
  };
  const pixel = { type: 'quantitative', scale: null, axis: null } as const;
  const bar = { ...pixel, field: 'bar' } as const;
  const top = { ...pixel, field: 'top' } as const;
  const ink = { field: 'ink', type: 'nominal', scale: null } as const;
  const figureInk = { field: 'figureInk', type: 'nominal', scale: null } as const;
  return {
    ...framed.head,
    padding: {
      left: SIZES.side,
      right: SIZES.side,
      top: framed.top,
      bottom: AXIS + label.length * SIZES.lineHeight,
    },
    width,
    height,
    data: { values: rows },
    layer: [
      titleLayer(framed, theme, 0),
      textLayer(
        label,
        { x: width / 2, y: height + AXIS - 6 },
        { color: theme.muted, fontSize: SIZES.small, align: 'center' },
      ),
      {
        mark: { type: 'rule', color: theme.line },
        encoding: { x: { ...x, datum: min }, x2: { datum: max }, y: bar },
      },
      {
        data: { values: crossing(zeroOf(picture), rows) },
        mark: { type: 'rule', color: theme.line },
        encoding: { x: { ...x, field: 'at' }, y: { ...pixel, field: 'from' }, y2: { field: 'to' } },
      },
      {
        data: { values: crossing(picture.chance, rows) },
        mark: { type: 'rule', color: theme.muted, strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: { ...x, field: 'at' }, y: { ...pixel, field: 'from' }, y2: { field: 'to' } },
      },
      {
        data: { values: references(picture, rows) },
        mark: { type: 'tick', orient: 'vertical', color: theme.muted, thickness: 1.5, size: 16 },
        encoding: { x: { ...x, field: 'at' }, y: bar },
      },
      {
        mark: { type: 'rule', strokeWidth: 4, strokeCap: 'round' },
        encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y: bar, color: ink },
        transform: [{ filter: 'isValid(datum.low)' }],
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 130, stroke: theme.ground },
        encoding: { x: { ...x, field: 'estimate' }, y: bar, fill: ink },
        transform: [{ filter: 'isValid(datum.estimate)' }],
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'top' },
        encoding: { x: { value: 0 }, y: top, text: { field: 'label', type: 'nominal' } },
      },
      {
        mark: { type: 'text', align: 'right', baseline: 'top' },
        encoding: {
          x: { value: width },
          y: top,
          text: { field: 'figure', type: 'nominal' },
          color: figureInk,
        },
      },
    ],
  };
}

function placed({ rows, axis }: EstimatesPicture, theme: Theme, width: number): Datum[] {
  const figures = rows.map((row) => formatEstimate(row, axis));
  const room = width - Math.max(0, ...figures.map(TEXT)) - 12;
  let top = 4;
  return rows.map((row, index) => {
    const label = wrap(row.label, room, 2, TEXT);
    const bar = top + label.length * SIZES.lineHeight + TO_BAR - 4;
    const datum = { ...datumOf(row, theme), label, figure: figures[index] ?? '', top, bar };
    top = bar + TO_NEXT;
    return datum;
  });
}

function datumOf(row: EstimateRow, theme: Theme) {
  return {
    ink: shade(row.colour, theme),
    figureInk: row.estimate === undefined ? theme.muted : theme.ink,
    estimate: row.estimate ?? null,
    low: row.interval?.[0] ?? null,
    high: row.interval?.[1] ?? null,
  };
}

/** The rows that others are compared with, as a thin line that crosses every bar but no text. */
function references(picture: EstimatesPicture, rows: readonly Datum[]) {
  return picture.rows.flatMap(({ reference, estimate }) =>
    reference === true && estimate !== undefined
      ? rows.map(({ bar }) => ({ at: estimate, bar }))
      : [],
  );
}

/** A value at every bar, over the room below its text. */
function crossing(at: number | undefined, rows: readonly Datum[]) {
  if (at === undefined) return [];
  return rows.map(({ bar }) => ({ at, from: bar - ABOVE_BAR, to: bar + ABOVE_BAR }));
}

/** Zero, where values stand on both sides of it. */
const zeroOf = ({ axis }: EstimatesPicture): number | undefined =>
  axis.min < 0 && axis.max > 0 ? 0 : undefined;
