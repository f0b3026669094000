import type { View } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';
import { moment } from './moment.ts';

export interface RailEntry {
  readonly run: string;
  readonly address: string;
  readonly title: string;
  readonly state: View['state'];
  readonly at: string;
}

/** One run in the list on the left. */
export function railItem({ run, address, title, state, at }: RailEntry): Html {
  return html`<li id="rail-${run}" data-state="${state}"><a href="${address}"><span class="dot" aria-hidden="true"></span><span class="title" dir="auto">${title}</span><span class="meta">${moment(at)}${state === 'running' || state === 'failed' || state === 'waiting' ? html` · ${state}` : ''}</span></a></li>`;
}

/** The runs, the newest first. */
export function rail(items: readonly Html[]): Html {
  return html`<nav id="rail" aria-label="Runs">
<a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Dramatis</a>
<a class="to-channel" href="/">local</a>
<h2>Runs</h2>
<ol id="runs">${items}</ol>
<p class="empty">Runs will stand here. Ask something to start the first.</p>
</nav>`;
}
