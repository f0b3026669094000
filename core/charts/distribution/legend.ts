import { truncateMeasured } from '../../text/truncate.ts';
import { TEXT } from '../frame.ts';
import type { Theme } from '../theme.ts';
import { type Box, lookOf } from './bars.ts';
import type { Band } from './fold.ts';

/** Pixels: a swatch holds its letter. */
const SWATCH = 18;
const LINE = 24;
const TO_LABEL = 6;
const TO_NEXT = 16;

/** A swatch and a name for each band, side by side while there is room. */
export interface Legend {
  readonly boxes: readonly Box[];
  /** `x` at the left, `y` in the middle. */
  readonly names: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly height: number;
}

/** @param top pixels */
export function legendOf(bands: readonly Band[], theme: Theme, width: number, top: number): Legend {
  let x = 0;
  let line = 0;
  const entries = bands.map((band) => {
    const name = truncateMeasured(band.label, width - SWATCH - TO_LABEL, TEXT);
    const taken = SWATCH + TO_LABEL + TEXT(name);
    if (x > 0 && x + taken > width) {
      x = 0;
      line += 1;
    }
    const from = x;
    const y = top + (line + 0.5) * LINE;
    x += taken + TO_NEXT;
    return { band, name, from, y };
  });
  return {
    boxes: entries.map(({ band, from, y }) => ({
      from,
      to: from + SWATCH,
      at: from + SWATCH / 2,
      top: y - SWATCH / 2,
      foot: y + SWATCH / 2,
      text: band.key,
      ...lookOf(band, theme),
    })),
    names: entries.map(({ name, from, y }) => ({ text: name, x: from + SWATCH + TO_LABEL, y })),
    height: entries.length === 0 ? 0 : (line + 1) * LINE,
  };
}
