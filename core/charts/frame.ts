import { wrapTruncated } from '../text/wrap.ts';
import type { Drawing, PlacedText } from './drawing.ts';
import { pixels } from './pixels.ts';
import type { Point } from './shapes.ts';
import type { Theme } from './theme.ts';

/** Sizes in CSS pixels. No text is smaller than `small`, so that a phone can show it as it is. */
export const SIZES = { text: 13, small: 12, title: 15, lineHeight: 17, side: 14 } as const;

export const TEXT = pixels(SIZES.text);
export const SMALL = pixels(SIZES.small);
const TITLE = pixels(SIZES.title * 1.06);

/** Parts that all pictures share: the sides, and a title above. */
export interface Frame {
  /** Between the sides. */
  readonly width: number;
  /** Top of the picture, below its title. */
  readonly top: number;
  readonly title: readonly string[];
}

/** @param full the width of the whole picture */
export function frameOf(title: string, full: number): Frame {
  const width = full - 2 * SIZES.side;
  const lines = title === '' ? [] : wrapTruncated(title, width, 3, TITLE);
  return { width, top: 14 + lines.length * (SIZES.title + 5), title: lines };
}

/** The room that a plot takes within its frame. */
export interface Plot {
  /** Between the side and the plot, for what stands there. */
  readonly left?: number;
  /** Between the title and the plot. */
  readonly above?: number;
  readonly height: number;
  /** Between the plot and the foot of the picture. */
  readonly below: number;
  readonly shapes: readonly string[];
  readonly texts: readonly PlacedText[];
}

/** A plot in its frame. */
export function framed(frame: Frame, theme: Theme, plot: Plot): Drawing {
  const { left = 0, above = 0, height, below, shapes, texts } = plot;
  const top = frame.top + above;
  const style = { fill: theme.ink, size: SIZES.title, weight: 600 };
  return {
    width: frame.width + 2 * SIZES.side,
    height: top + height + below,
    ground: theme.ground,
    origin: { x: SIZES.side + left, y: top },
    shapes,
    texts: [...textLines(frame.title, { x: -left, y: 10 - top }, style), ...texts],
  };
}

interface TextStyle extends Pick<PlacedText, 'fill'> {
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: PlacedText['anchor'];
}

/** Lines of text below each other, the first with its upper edge at `y`. */
export function textLines(lines: readonly string[], at: Point, style: TextStyle): PlacedText[] {
  const { fill, size = SIZES.text, weight = 400, anchor = 'start' } = style;
  const lineHeight = size === SIZES.text ? SIZES.lineHeight : size + 5;
  const first = at.y + Math.round(size * ASCENT);
  return lines
    .map((text, index) => ({ text, x: at.x, y: first + index * lineHeight }))
    .filter(({ text }) => text !== '')
    .map((placed) => ({ ...placed, anchor, size, weight, fill }));
}

/** One line of text with its middle at `y`. */
export function textAt(text: string, at: Point, style: TextStyle): PlacedText[] {
  const size = style.size ?? SIZES.text;
  const upper = at.y + Math.round(size * MIDDLE) - Math.round(size * ASCENT);
  return textLines([text], { x: at.x, y: upper }, style);
}

/** From the upper edge of a line, and from its middle, down to its baseline, by its size. */
const ASCENT = 0.79;
const MIDDLE = 0.3;

/** The lines of a small label, none where it is empty. */
export function labelLines(label: string, width: number, most: number): readonly string[] {
  return label === '' ? [] : wrapTruncated(label, width, most, SMALL);
}
