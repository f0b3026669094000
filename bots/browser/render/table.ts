import type { TableBlock, TableRow } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';
import { colourClass } from './subject.ts';

/** A real table, so that it can be read aloud, and a button that copies it into a spreadsheet. */
export function table({ caption, header, rows }: TableBlock, id: string): Html {
  const align = (index: number): string => (header[index]?.align === 'right' ? 'right' : 'left');
  const row = ({ cells, colour }: TableRow): Html =>
    html`<tr class="${colour === undefined ? 'plain' : colourClass(colour)}">${header.map(
      (_, index) => {
        const text = cells[index] ?? '';
        return index === 0
          ? html`<th scope="row" class="${align(index)}">${colour === undefined ? '' : html`<span class="swatch" aria-hidden="true"></span>`}<bdi>${text}</bdi></th>`
          : html`<td class="${align(index)}"><bdi>${text}</bdi></td>`;
      },
    )}</tr>`;
  return html`<div class="table" id="${id}"><div class="scrolls" role="region" aria-label="${caption}" tabindex="0"><table><caption dir="auto">${caption}</caption><thead><tr>${header.map(
    ({ text }, index) => html`<th scope="col" class="${align(index)}"><bdi>${text}</bdi></th>`,
  )}</tr></thead><tbody>${rows.map(row)}</tbody></table></div><button type="button" class="copy" data-copies="table">Copy</button></div>`;
}
