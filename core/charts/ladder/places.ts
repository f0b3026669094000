import { truncateMeasured } from '../../text/truncate.ts';
import { wrapTruncated } from '../../text/wrap.ts';
import { SIZES, TEXT } from '../frame.ts';
import { formatValue } from '../numbers.ts';
import type { LadderPicture } from './picture.ts';

/** Pixels from one series to the next on the same rung, so that their intervals lie side by side. */
const LANE = 9;
const AROUND = 14;
const LEAST_ROW = 32;
/** The names of the rungs take at most this share of the width. */
const NAMES = 0.36;
const TO_PLOT = 12;
export const LEGEND_LINE = 22;
export const SWATCH = 30;

/** A rung with its place in pixels. */
export interface Rung {
  readonly name: readonly string[];
  readonly top: number;
  readonly nameTop: number;
  /** The height of each series' dot. */
  readonly lanes: readonly number[];
}

/** The rungs as rows, the lowest first. */
export function placesOf({ rungs, series }: LadderPicture, width: number) {
  const widest = Math.max(0, ...rungs.names.map((name) => TEXT(name)));
  const nameWidth = Math.ceil(Math.min(widest, width * NAMES));
  let foot = 0;
  const rows = rungs.names.map((text): Rung => {
    const name = wrapTruncated(text, nameWidth, 2, TEXT);
    const lines = name.length * SIZES.lineHeight;
    const top = foot;
    const lanes = (series.length - 1) * LANE + AROUND + 8;
    foot = top + Math.max(LEAST_ROW, lanes, lines + 10);
    const middle = (top + foot) / 2;
    return {
      name,
      top,
      nameTop: middle - lines / 2 + 2,
      lanes: series.map((_, index) => middle + (index - (series.length - 1) / 2) * LANE),
    };
  });
  return {
    rows,
    left: nameWidth === 0 ? 8 : nameWidth + TO_PLOT,
    height: Math.max(foot, LEAST_ROW),
  };
}

/** An entry of the legend. */
export interface Entry {
  readonly label: string;
  readonly y: number;
  /** Absent for the reference. */
  readonly look?: Pick<LadderPicture['series'][number], 'colour' | 'dash'> | undefined;
}

/** Entries of the legend, a line each; the reference comes last. @param top pixels */
export function entriesOf(picture: LadderPicture, width: number, top: number): readonly Entry[] {
  const { series, reference, axis } = picture;
  const room = width - SWATCH - 10;
  const at = (index: number) => top + (index + 0.5) * LEGEND_LINE;
  const entries = series.map((look, index) => ({
    y: at(index),
    label: truncateMeasured(look.label, room, TEXT),
    look,
  }));
  if (!reference) return entries;
  const value = ` ${formatValue(reference.estimate, axis)}`;
  const label = truncateMeasured(reference.label, room - TEXT(value), TEXT) + value;
  return [...entries, { y: at(series.length), label }];
}
