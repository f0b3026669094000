import { drawText } from '../../../core/charts/draw-text.ts';
import { isDrawnWhole } from '../../../core/charts/figures.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { codeSafe } from './escape.ts';
import { fence } from './table.ts';
import { lines, type Part } from './text-budget.ts';

/** Columns of a drawing in characters: it fits beside the bar of a message on most screens. */
const WIDTH = 56;

/** A picture in characters, for where no image can be had. */
export function chartPart(picture: Picture): Part {
  const drawn = drawText(picture, { width: WIDTH, colour: false });
  const part = lines(drawn.split('\n').map(codeSafe), fence);
  return { ...part, lossy: !isDrawnWhole(picture, WIDTH) };
}
