import type { TopLevelSpec } from 'vega-lite';
import { estimatesSpec } from './estimates.ts';
import { linesSpec } from './lines.ts';
import type { Picture } from './picture.ts';
import { THEMES, type ThemeName } from './theme.ts';
import { tidy } from './tidy.ts';

export interface Look {
  readonly theme: ThemeName;
  /** CSS pixels. */
  readonly width: number;
}

/** Widths between which a picture is drawn: a small phone, and what still reads as one. */
const NARROWEST = 240;
const WIDEST = 2000;

/** Any picture as a Vega-Lite specification. Total: what cannot be drawn is left out. */
export function specOf(picture: Picture, look: Look): TopLevelSpec {
  const theme = THEMES[look.theme];
  const wanted = Number.isFinite(look.width) ? Math.round(look.width) : NARROWEST;
  const width = Math.min(WIDEST, Math.max(NARROWEST, wanted));
  const tidied = tidy(picture);
  return tidied.kind === 'estimates'
    ? estimatesSpec(tidied, theme, width)
    : linesSpec(tidied, theme, width);
}
