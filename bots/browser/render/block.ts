import type { Block } from '../../../core/views/view.ts';
import { columns } from './columns.ts';
import { type Html, html } from './html.ts';
import { list } from './list.ts';
import { picture } from './picture.ts';
import { progress } from './progress.ts';
import { table } from './table.ts';

/** Facts that a block needs beside itself. */
export interface Surroundings {
  /** False where nobody can draw: the table beside a picture then stands alone. */
  readonly draws: boolean;
}

/** One block of a view. `id` is unique in the page and the same each time the message is rendered. */
export function block(given: Block, id: string, { draws }: Surroundings): Html {
  switch (given.kind) {
    case 'heading':
      return html`<h3 class="heading" id="${id}" dir="auto">${given.text}</h3>`;
    case 'text':
      return html`<p class="text" id="${id}" dir="auto">${given.text}</p>`;
    case 'quote':
      return html`<blockquote class="quote" id="${id}" dir="auto">${given.text}</blockquote>`;
    case 'code':
      return html`<div class="code" id="${id}"><pre tabindex="0"><code>${given.text}</code></pre><button type="button" class="copy" data-copies="code">Copy</button></div>`;
    case 'note':
      return html`<p class="note" id="${id}" dir="auto">${given.text}</p>`;
    case 'progress':
      return progress(given, id);
    case 'columns':
      return columns(given, id);
    case 'table':
      return table(given, id);
    case 'picture':
      return draws
        ? picture(given.picture, id)
        : html`<p class="note" id="${id}" dir="auto">${given.picture.alt}</p>`;
    case 'list':
      return list(given.items, id);
  }
}
