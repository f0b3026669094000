import { truncateMeasured } from '../../text/truncate.ts';
import { wrapTruncated } from '../../text/wrap.ts';
import { SIZES, SMALL, TEXT } from '../frame.ts';
import { formatValue } from '../numbers.ts';
import { inkOn, shade, type Theme } from '../theme.ts';
import type { Band } from './fold.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';

const BAR = 24;
/** From the foot of a label to its bar, and from there to the next label. */
const TO_BAR = 3;
const TO_NEXT = 14;
/** Width of the subject's mark before the label. */
export const MARK = 16;
/** Pixels between two parts of a bar, outlines included, and what a part has at least. */
const BETWEEN = 2.5;
const SLIVER = 0.5;

type Row = DistributionPicture['rows'][number];

/** A row with its place in pixels. */
export interface Placed extends Row {
  readonly lines: readonly string[];
  readonly top: number;
  readonly bar: number;
  readonly foot: number;
}

/** A part of a bar, or a swatch, with what is written in its middle. */
export interface Box {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly foot: number;
  readonly at: number;
  readonly text: string;
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
}

export function placed({ rows }: DistributionPicture, width: number): readonly Placed[] {
  let top = 4;
  return rows.map((row) => {
    const basis = truncateMeasured(row.basis, width * 0.45, SMALL);
    const lines = wrapTruncated(row.label, width - MARK - SMALL(basis) - 12, 2, TEXT);
    const bar = top + lines.length * SIZES.lineHeight + TO_BAR;
    const placed = { ...row, basis, lines, top, bar, foot: bar + BAR };
    top = placed.foot + TO_NEXT;
    return placed;
  });
}

/** The colours of a box: what was folded together is hollow. */
export function lookOf({ colour }: Pick<Band, 'colour'>, theme: Theme) {
  const fill = colour === undefined ? theme.card : shade(colour, theme);
  return {
    fill,
    stroke: colour === undefined ? theme.muted : fill,
    ink: inkOn(fill),
  };
}

/** The parts of all bars, each with as much of its figure as fits into it. */
export function partsOf(
  rows: readonly Placed[],
  bands: readonly Band[],
  theme: Theme,
  width: number,
): readonly Box[] {
  const half = BETWEEN / 2;
  return rows.flatMap(({ bar, foot }, row) => {
    let end = 0;
    return bands.flatMap((band) => {
      const length = (band.shares[row] ?? 0) * width;
      const start = end;
      end += length;
      if (length === 0) return [];
      const from = Math.min(start + half, width - half - SLIVER);
      return [
        {
          from,
          to: Math.max(end - half, from + SLIVER),
          at: (start + end) / 2,
          top: bar,
          foot,
          text: figureIn(band.key, length / width, width),
          ...lookOf(band, theme),
        },
      ];
    });
  });
}

/** `A 58 %`, `A`, or nothing. */
function figureIn(key: string, share: number, width: number): string {
  const whole = `${key} ${formatValue(share, SHARES)}`;
  return [whole, key].find((text) => SMALL(text) + 4 <= share * width) ?? '';
}
