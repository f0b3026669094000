import { createHash } from 'node:crypto';
import type { Picture } from '../../../core/charts/picture.ts';
import { type Html, html } from './html.ts';

/** Widths in CSS pixels at which a page asks for a picture, in each theme. */
export const WIDTHS = { narrow: 340, wide: 720 } as const;
export const THEMES = ['light', 'dark'] as const;

/** A picture's name in addresses: the same numbers always have the same one. */
export function pictureHash(picture: Picture): string {
  return createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 32);
}

/** The drawing that fits the reader's theme and width; its words stand in for it until it is there. */
export function picture(given: Picture, id: string): Html {
  const hash = pictureHash(given);
  const src = (theme: (typeof THEMES)[number], width: number): string =>
    `/pictures/${hash}.svg?theme=${theme}&width=${width}`;
  return html`<picture class="picture" id="${id}">
<source media="(max-width: 640px) and (prefers-color-scheme: dark)" srcset="${src('dark', WIDTHS.narrow)}">
<source media="(max-width: 640px)" srcset="${src('light', WIDTHS.narrow)}">
<source media="(prefers-color-scheme: dark)" srcset="${src('dark', WIDTHS.wide)}">
<img src="${src('light', WIDTHS.wide)}" alt="${given.title}: ${given.alt}">
</picture>`;
}
