import type { ListItem } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';

/** Items, where a click on an item's command line puts it into the composer. */
export function list(items: readonly ListItem[], id: string): Html {
  const item = ({ label, text, line }: ListItem): Html =>
    html`<li><bdi class="label">${label}</bdi><span class="about" dir="auto">${text}</span>${
      line === undefined
        ? ''
        : html`<button type="button" class="line" data-puts="${line}" title="Put into the composer"><code>/probe ${line}</code></button>`
    }</li>`;
  return html`<ul class="list" id="${id}">${items.map(item)}</ul>`;
}
