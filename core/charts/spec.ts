import type { TopLevelSpec } from 'vega-lite';
import type { Picture } from './picture.ts';
import { type ChartKinds, kindOf } from './registry.ts';
import { THEMES, type ThemeName } from './theme.ts';

export interface Look {
  readonly theme: ThemeName;
  /** CSS pixels. */
  readonly width: number;
}

/** Widths between which a picture is drawn: a small phone, and what still reads as one. */
const NARROWEST = 240;
const WIDEST = 2000;

/** Any picture as a Vega-Lite specification. Total: what cannot be drawn is left out. */
export function specOf(picture: Picture, look: Look, kinds?: ChartKinds): TopLevelSpec {
  const wanted = Number.isFinite(look.width) ? Math.round(look.width) : NARROWEST;
  const width = Math.min(WIDEST, Math.max(NARROWEST, wanted));
  const { tidy, spec } = kindOf(picture, kinds);
  return spec(tidy(picture), THEMES[look.theme], width);
}
