import { wrapTruncated } from '../text/wrap.ts';
import type { Picture } from './picture.ts';
import { CHARTS, type ChartKinds, kindOf } from './registry.ts';

export interface TextLook {
  /** Columns of the terminal. */
  readonly width: number;
  /** Without it there are no control sequences at all. */
  readonly colour: boolean;
}

const NARROWEST = 20;

/** A picture in characters: no line is wider than the look's width, and the last has no break. */
export function drawText(picture: Picture, look: TextLook, kinds: ChartKinds = CHARTS): string {
  const width = Number.isFinite(look.width) ? Math.max(NARROWEST, Math.floor(look.width)) : 80;
  const kind = kindOf(picture, kinds);
  const tidied = kind.tidy(picture);
  const title = tidied.title === '' ? [] : wrapTruncated(tidied.title, width, 3);
  return [...title, ...kind.characters(tidied, width, look.colour)]
    .map((line) => line.trimEnd())
    .join('\n');
}
