import { dashOf, shapeOf } from '../dashes.ts';
import { SIZES, TEXT } from '../frame.ts';
import { cut, wrap } from '../letters.ts';
import { formatValue } from '../numbers.ts';
import { shade, type Theme } from '../theme.ts';
import type { LadderPicture } from './picture.ts';

/** Pixels from one series to the next on the same rung, so that their intervals lie side by side. */
const LANE = 9;
const AROUND = 14;
const LEAST_ROW = 32;
/** The names of the rungs take at most this share of the width. */
const NAMES = 0.36;
const TO_PLOT = 12;
const LEGEND_LINE = 22;
export const SWATCH = 30;

/** A rung with its place in pixels. */
interface Rung {
  readonly name: readonly string[];
  readonly top: number;
  readonly foot: number;
  readonly middle: number;
  readonly nameTop: number;
}

/** The rungs as rows, the lowest first. */
export function rowsOf({ rungs, series }: LadderPicture, width: number) {
  const widest = Math.max(0, ...rungs.names.map((name) => TEXT(name)));
  const nameWidth = Math.ceil(Math.min(widest, width * NAMES));
  let foot = 0;
  const rows = rungs.names.map((text): Rung => {
    const name = wrap(text, nameWidth, 2, TEXT);
    const lines = name.length * SIZES.lineHeight;
    const top = foot;
    const lanes = (series.length - 1) * LANE + AROUND + 8;
    foot = top + Math.max(LEAST_ROW, lanes, lines + 10);
    const middle = (top + foot) / 2;
    return { name, top, foot, middle, nameTop: middle - lines / 2 + 2 };
  });
  return {
    rows,
    left: nameWidth === 0 ? 8 : nameWidth + TO_PLOT,
    height: Math.max(foot, LEAST_ROW),
  };
}

/** The dots, each on the lane of its series. */
export function dotsOf({ series }: LadderPicture, rows: readonly Rung[], theme: Theme) {
  return series.flatMap((one, index) => {
    const aside = (index - (series.length - 1) / 2) * LANE;
    return one.points.map(({ rung, estimate, interval }) => ({
      series: index,
      rung,
      y: (rows[rung]?.middle ?? 0) + aside,
      estimate,
      low: interval?.[0] ?? null,
      high: interval?.[1] ?? null,
      ...lookOf(one, theme),
    }));
  });
}

/** Entries of the legend, a line each; the reference comes last. @param top pixels */
export function legendOf(picture: LadderPicture, theme: Theme, width: number, top: number) {
  const { series, reference, axis } = picture;
  const room = width - SWATCH - 10;
  const at = (index: number) => top + (index + 0.5) * LEGEND_LINE;
  const entries = series.map((one, index) => ({
    y: at(index),
    label: cut(one.label, room, TEXT),
    ...lookOf(one, theme),
  }));
  const value = reference && ` ${formatValue(reference.estimate, axis)}`;
  const across = reference && {
    y: at(series.length),
    label: cut(reference.label, room - TEXT(value ?? ''), TEXT) + value,
  };
  const count = series.length + (across ? 1 : 0);
  return { entries, across: across ? [across] : [], height: count * LEGEND_LINE };
}

const lookOf = (one: LadderPicture['series'][number], theme: Theme) => ({
  ink: shade(one.colour, theme),
  dash: dashOf(one.dash),
  shape: shapeOf(one.dash),
});
