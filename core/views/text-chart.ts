import { drawText } from '../charts/draw-text.ts';
import { relabelled } from '../charts/figures.ts';
import type { Picture } from '../charts/picture.ts';
import { sanitiseShown } from '../text/sanitise.ts';
import { colourSquare } from './subject-name.ts';

/** A picture in characters of equal width, without its title: for where no image can be shown. */
export function textChart(picture: Picture, width: number): string {
  // Squares stand in for colours.
  const coloured = relabelled(picture, (label, colour) => colourSquare(colour) + label);
  return sanitiseShown(drawText({ ...coloured, title: '' }, { width, colour: false }));
}
