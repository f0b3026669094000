import { SIZES, SMALL, TEXT } from '../frame.ts';
import { cut, wrap } from '../letters.ts';
import { formatValue } from '../numbers.ts';
import { inkOn, shade, type Theme } from '../theme.ts';
import type { Band } from './fold.ts';
import type { DistributionPicture } from './picture.ts';
import { SHARES } from './shares.ts';

const BAR = 24;
/** From the foot of a label to its bar, and from there to the next label. */
const TO_BAR = 3;
const TO_NEXT = 14;
/** What the mark of the subject takes before the label. */
export const MARK = 16;
/** Pixels between two parts of a bar, outlines included, and what a part has at least. */
const BETWEEN = 2.5;
const SLIVER = 0.5;

/** A row with its place in pixels. */
export interface Placed {
  readonly label: readonly string[];
  readonly basis: string;
  readonly ink: string;
  readonly top: number;
  /** The middle of the subject’s mark. */
  readonly mark: number;
  readonly bar: number;
  readonly foot: number;
  readonly empty: boolean;
}

export function placed({ rows }: DistributionPicture, theme: Theme, width: number): Placed[] {
  let top = 4;
  return rows.map(({ label, basis, colour, shares }) => {
    const right = cut(basis, width * 0.45, SMALL);
    const lines = wrap(label, width - MARK - SMALL(right) - 12, 2, TEXT);
    const bar = top + lines.length * SIZES.lineHeight + TO_BAR;
    const row = {
      label: lines,
      basis: right,
      ink: shade(colour, theme),
      top,
      mark: top + 6,
      bar,
      foot: bar + BAR,
      empty: shares.length === 0,
    };
    top = row.foot + TO_NEXT;
    return row;
  });
}

/** How a part of a bar looks, or its swatch: what was folded together is hollow. */
export function lookOf({ colour }: Pick<Band, 'colour'>, theme: Theme) {
  const fill = colour === undefined ? theme.card : shade(colour, theme);
  return {
    fill,
    stroke: colour === undefined ? theme.muted : fill,
    ink: inkOn(fill),
  };
}

/** The parts of all bars, in shares of the width, with as much of their figure as fits into them. */
export function partsOf(
  rows: readonly Placed[],
  bands: readonly Band[],
  theme: Theme,
  width: number,
) {
  const half = BETWEEN / width / 2;
  const least = SLIVER / width;
  return rows.flatMap(({ bar, foot }, row) => {
    let end = 0;
    return bands.flatMap((band) => {
      const share = band.shares[row] ?? 0;
      const start = end;
      end += share;
      if (share === 0) return [];
      const from = Math.min(start + half, 1 - half - least);
      return [
        {
          from,
          to: Math.max(end - half, from + least),
          at: (start + end) / 2,
          bar,
          foot,
          middle: (bar + foot) / 2,
          text: figureIn(band.key, share, width),
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
