import { colourOf } from '../../../core/charts/palette.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { drawText } from '../../../core/charts/text.ts';
import { shown } from '../text.ts';

/** What fits beside a phone's edges without a break. */
const WIDTH = 44;

/** The picture in characters of equal width, without its title: for where no image can be shown. */
export function plot(picture: Picture): string {
  return shown(drawText({ ...coloured(picture), title: '' }, { width: WIDTH, colour: false }));
}

/** The squares stand in for colours. */
function coloured(picture: Picture): Picture {
  const squared = <T extends { readonly label: string; readonly colour: number }>(one: T): T => ({
    ...one,
    label: `${colourOf(one.colour).emoji} ${one.label}`,
  });
  return picture.kind === 'lines'
    ? { ...picture, lines: picture.lines.map(squared) }
    : { ...picture, rows: picture.rows.map(squared) };
}
