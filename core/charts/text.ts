import { estimatesText } from './estimatesText.ts';
import { wrap } from './letters.ts';
import { linesText } from './linesText.ts';
import type { Picture } from './picture.ts';
import { tidy } from './tidy.ts';

export interface TextLook {
  /** Columns of the terminal. */
  readonly width: number;
  /** Without it there are no control sequences at all. */
  readonly colour: boolean;
}

const NARROWEST = 20;

/** A picture in characters: no line is wider than the look's width, and the last has no break. */
export function drawText(picture: Picture, look: TextLook): string {
  const width = Number.isFinite(look.width) ? Math.max(NARROWEST, Math.floor(look.width)) : 80;
  const tidied = tidy(picture);
  const title = tidied.title === '' ? [] : wrap(tidied.title, width, 3);
  const body =
    tidied.kind === 'estimates'
      ? estimatesText(tidied, width, look.colour)
      : linesText(tidied, width, look.colour);
  return [...title, ...body].map((line) => line.trimEnd()).join('\n');
}
