import { composer } from './composer.ts';
import { type Html, html } from './html.ts';

export interface ThreadPane {
  /** The message whose thread it is. */
  readonly root: string;
  readonly address: string;
  readonly title: string;
  readonly replies: readonly Html[];
  /** A text written here goes on from the thread's latest run. */
  readonly followsUp: boolean;
}

/** The pane on the right. It is in the page when it is closed, too, so that a script can fill it. */
export function thread(pane: ThreadPane | undefined): Html {
  if (!pane) return html`<aside id="thread" aria-label="Thread" hidden></aside>`;
  const { root, address, title, replies, followsUp } = pane;
  return html`<aside id="thread" aria-labelledby="thread-title" data-root="${root}">
<header class="bar"><a class="back" href="${address}">Back</a><div><h2 id="thread-title" tabindex="-1">Thread</h2><p class="title" dir="auto">${title}</p></div><a class="close" href="${address}" aria-label="Close the thread">Close</a></header>
<div class="scroll" tabindex="0" role="group" aria-label="Replies"><ol id="replies">${replies}</ol><p class="empty">No replies yet. “Full answers” puts every answer here, complete.</p></div>
${followsUp ? composer({ id: 'reply', thread: root, label: 'Follow up', hint: 'Asks each subject in its own conversation' }) : ''}
</aside>`;
}
