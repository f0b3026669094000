import { type Html, html } from './html.ts';

export interface Composer {
  readonly id: string;
  /** The thread that it writes to; absent: the channel. */
  readonly thread?: string | undefined;
  readonly label: string;
  /** Tells what comes of a text that is typed here. */
  readonly hint: string;
}

/** The field for commands and questions. A list opens above it while a command is written. */
export function composer({ id, thread, label, hint }: Composer): Html {
  return html`<form class="composer" id="${id}" autocomplete="off"${thread === undefined ? '' : html` data-thread="${thread}"`}>
<ul class="choices" id="${id}-choices" role="listbox" aria-label="Completions" hidden></ul>
<div class="field"><label class="unseen" for="${id}-text">${label}</label><textarea id="${id}-text" name="text" rows="1" maxlength="20000" placeholder="${label}" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-choices" aria-describedby="${id}-hint" spellcheck="false"></textarea><button type="submit" class="send">Send</button></div>
<p class="hint" id="${id}-hint">${hint}<span class="keys"> · Enter sends, Shift+Enter begins a line</span></p>
</form>`;
}
