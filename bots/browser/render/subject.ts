import { PALETTE } from '../../../core/charts/palette.ts';
import { type Html, html } from './html.ts';

/** The class that gives an element a subject's colour; past the palette's end colours come round again. */
export function colourClass(index: number): string {
  const count = PALETTE.length;
  return `colour-${((Math.trunc(index) % count) + count) % count}`;
}

/** A subject's name in its two parts. */
export function subjectName({ model, persona }: { model: string; persona: string }): Html {
  return html`<span class="names"><bdi class="model">${model}</bdi> <span class="slash">/</span> <bdi class="persona">${persona}</bdi></span>`;
}
