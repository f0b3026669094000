import { colourOf } from '../charts/palette.ts';
import { sanitiseShownLine } from '../text/sanitise.ts';
import type { Column } from './view.ts';

/** `larch / assistant` */
export function subjectName({ model, persona }: Pick<Column, 'model' | 'persona'>): string {
  return `${sanitiseShownLine(model)} / ${sanitiseShownLine(persona)}`;
}

/** `🟦 `: a subject's colour in a text, where nothing else can carry it. Empty without one. */
export function colourSquare(colour: number | undefined): string {
  return colour === undefined ? '' : `${colourOf(colour).emoji} `;
}
