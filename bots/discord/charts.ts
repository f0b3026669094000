import type { Picture } from '../../core/charts/picture.ts';
import { drawText } from '../../core/charts/text.ts';
import { codeSafe } from './escape.ts';
import { lines, type Part } from './room.ts';
import { fence } from './table.ts';

/** Columns of a drawing in characters: it fits beside the bar of a message on most screens. */
const WIDTH = 56;
/** What a drawing shows at the most; more is in the table beside it, and in the file. */
const ROWS = 40;

/** A picture in characters, for where no image can be had. */
export function chartPart(picture: Picture): Part {
  const drawn = drawText(picture, { width: WIDTH, colour: false });
  const part = lines(drawn.split('\n').map(codeSafe), fence);
  const drawnOf = picture.kind === 'estimates' ? picture.rows : picture.lines;
  const lossy = drawnOf.length > ROWS || drawnOf.some(({ label }) => label.length > WIDTH);
  return { ...part, lossy };
}
