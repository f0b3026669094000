import { plural } from '../../../core/text/plural.ts';
import type { Action, Attachment, Block, View } from '../../../core/views/view.ts';
import type { Posted } from '../send/posted.ts';
import { block, type Surroundings } from './block.ts';
import { type Html, html } from './html.ts';
import { moment } from './moment.ts';

/** Facts about a message beside what it holds. */
export interface Standing {
  /** Its own page. */
  readonly address: string;
  /** How many messages its thread has. */
  readonly replies: number;
}

const STATE_WORDS: Readonly<Record<View['state'], string>> = {
  running: 'running',
  waiting: 'waits for you',
  failed: 'failed',
  done: '',
  info: '',
};

/** A message in the channel or in a thread. */
export function message(
  posted: Posted,
  { address, replies }: Standing,
  surroundings: Surroundings,
): Html {
  const { state } = posted.message.view;
  const word = STATE_WORDS[state];
  return html`<li class="message" id="${posted.id}" data-state="${state}"><article>
<header class="byline"><span class="mark" aria-hidden="true"></span><b>Dramatis</b><a class="when" href="${address}">${moment(posted.at)}</a>${word === '' ? '' : html`<span class="state">${word}</span>`}</header>
${body(posted, surroundings)}${replies === 0 ? '' : html`<a class="replies" id="${posted.id}-replies" href="${address}/thread">${plural(replies, 'reply', 'replies')}<span class="unseen"> in the thread</span></a>`}
</article></li>`;
}

/** A message that only the person who acted sees, until it is put away. */
export function privateMessage(posted: Posted, surroundings: Surroundings): Html {
  const { state } = posted.message.view;
  return html`<section class="message private" id="${posted.id}" data-state="${state}" aria-label="Only visible to you">
<header class="byline"><span class="eyes">Only visible to you</span><button type="button" class="dismiss" data-dismisses="${posted.id}">Dismiss</button></header>
${body(posted, surroundings)}</section>`;
}

function body({ id, message: { view, files } }: Posted, surroundings: Surroundings): Html {
  return html`<div class="blocks">${blocks(id, view.blocks, surroundings)}</div>${attachments(id, files ?? [])}${actions(id, view.actions)}`;
}

/** A block's id counts blocks of its kind, so that it stays the same when another kind comes or goes. */
function blocks(id: string, given: readonly Block[], surroundings: Surroundings): readonly Html[] {
  const counts = new Map<Block['kind'], number>();
  return given.map((one) => {
    const nth = counts.get(one.kind) ?? 0;
    counts.set(one.kind, nth + 1);
    return block(one, `${id}-${one.kind}-${nth}`, surroundings);
  });
}

function actions(id: string, given: readonly Action[]): Html | '' {
  if (given.length === 0) return '';
  const button = ({ label, line, style }: Action): Html =>
    html`<button type="button" class="action ${style}" data-line="${line}">${label.trim() === '' ? line : label}</button>`;
  return html`<div class="actions" id="${id}-actions" role="group" aria-label="What to do next">${given.map(button)}</div>`;
}

function attachments(id: string, files: readonly Attachment[]): Html | '' {
  if (files.length === 0) return '';
  const file = ({ name, content }: Attachment, index: number): Html =>
    html`<li><a href="/files/${id}/${index}" download="${name}"><bdi>${name}</bdi><span class="size">${size(content)}</span></a></li>`;
  return html`<ul class="files" id="${id}-files">${files.map(file)}</ul>`;
}

function size(content: Attachment['content']): string {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
