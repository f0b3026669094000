import { drawText } from '../../../core/charts/draw-text.ts';
import { relabelled } from '../../../core/charts/figures.ts';
import { colourOf } from '../../../core/charts/palette.ts';
import type { Picture } from '../../../core/charts/picture.ts';
import { shown } from './text.ts';

/** What fits beside a phone's edges without a break. */
const WIDTH = 44;

/** The picture in characters of equal width, without its title: for where no image can be shown. */
export function plot(picture: Picture): string {
  return shown(drawText({ ...coloured(picture), title: '' }, { width: WIDTH, colour: false }));
}

/** The squares stand in for colours. */
const coloured = (picture: Picture): Picture =>
  relabelled(picture, (label, colour) => `${colourOf(colour).emoji} ${label}`);
