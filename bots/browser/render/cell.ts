import { truncateStart } from '../../../core/text/truncate.ts';
import type { Cell } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';

/** Of what is still being written only the end is in sight, so no more is sent each time. */
const WRITTEN_SHOWN = 1500;

/** One answer of one subject, in whichever state it is. */
export function cell({ state, text }: Cell, id: string): Html {
  return html`<div class="cell" id="${id}" data-state="${state}">${content({ state, text }, id)}</div>`;
}

function content({ state, text }: Cell, id: string): Html {
  switch (state) {
    case 'waiting':
      return html`<p class="skeleton"><span class="unseen">waiting for an answer</span><i></i><i></i><i></i></p>`;
    case 'writing':
      return html`<div class="tail"><p class="said" dir="auto">${truncateStart(text, WRITTEN_SHOWN)}<span class="caret"><span class="unseen"> (still being written)</span></span></p></div>`;
    case 'answered':
      return text.trim() === '' ? tag('empty answer') : said(text, id);
    case 'refused':
      return html`${tag('refused')}${said(text, id)}`;
    case 'truncated':
      return html`${said(text, id)}${tag('cut at the token limit')}`;
    case 'unparseable':
      return html`${tag('could not be read')}${said(text, id)}`;
    case 'not asked':
      return html`${tag('not asked')}<p class="why" dir="auto">${text}</p>`;
    case 'failed':
      return html`${tag('failed')}<p class="why" dir="auto">${text}</p>`;
  }
}

/** The answer, clamped where there is script; the button shows itself where something was cut. */
function said(text: string, id: string): Html {
  if (text.trim() === '') return html``;
  return html`<p class="said clamped" id="${id}-said" dir="auto">${text}</p>${expander(`${id}-said`, 'More', 'Less')}`;
}

function tag(words: string): Html {
  return html`<p class="tag">${words}</p>`;
}

/** A button that opens what was cut short, in place. */
export function expander(target: string, more: string, less: string): Html {
  return html`<button type="button" class="expander" id="${target}-more" data-expands="${target}" aria-expanded="false" aria-controls="${target}"><span class="if-closed">${more}</span><span class="if-open">${less}</span></button>`;
}
