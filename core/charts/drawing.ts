import type { Picture } from './picture.ts';
import { CHARTS, type ChartKinds, kindOf } from './registry.ts';
import type { Point } from './shapes.ts';
import { THEMES, type ThemeName } from './theme.ts';

/** A picture drawn, in CSS pixels. Texts stand apart from shapes, since not every renderer has fonts. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** The upper left corner of the plot, from which shapes and texts are placed. */
  readonly origin: Point;
  /** SVG elements, the lowest first; texts lie on top of them. */
  readonly shapes: readonly string[];
  readonly texts: readonly PlacedText[];
}

/** One line of text where it stands: `y` is its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
}

export interface Look {
  readonly theme: ThemeName;
  /** CSS pixels. */
  readonly width: number;
}

/** Widths between which a picture is drawn: a small phone, and what still reads as one. */
const NARROWEST = 240;
const WIDEST = 2000;

/** Any picture as shapes and texts. Total: what cannot be drawn is left out. */
export async function draw(
  picture: Picture,
  look: Look,
  kinds: ChartKinds = CHARTS,
): Promise<Drawing> {
  const wanted = Number.isFinite(look.width) ? Math.round(look.width) : NARROWEST;
  const width = Math.min(WIDEST, Math.max(NARROWEST, wanted));
  const kind = kindOf(picture, kinds);
  return kind.draw(kind.tidy(picture), THEMES[look.theme], width);
}
