import type { Answer } from '../send/wire.ts';
import { around, byId } from './find.ts';
import { shown } from './morph.ts';
import { goToLatest, visit } from './panes.ts';

/** A person's act: text from a composer, or the line of a button. */
export type Deed = { readonly typed: string } | { readonly line: string };

/** Sends it, shows what came of it, and says whether that was well. */
export async function act(deed: Deed, thread: string | undefined): Promise<boolean> {
  const answer = await post({ id: crypto.randomUUID(), ...deed, ...(thread ? { thread } : {}) });
  if (!answer) {
    tell(unreachable());
    return false;
  }
  if (answer.reply !== undefined) {
    const markup = document.createElement('template');
    markup.innerHTML = answer.reply;
    tell(markup.content);
  }
  if (answer.thread && answer.thread.root !== byId('thread', HTMLElement)?.dataset.root) {
    await visit(new URL(answer.thread.address, location.href).href);
  }
  if (answer.posted !== undefined) goToLatest();
  return !answer.failed;
}

async function post(body: object): Promise<Answer | undefined> {
  try {
    const response = await fetch('/commands', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return isJson ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** One message for this person at a time: the latest. */
function tell(message: Node): void {
  const place = byId('private', HTMLElement);
  if (!place) return;
  place.replaceChildren(message);
  shown(place);
}

/** Buttons run their lines; a line of a list goes into the composer; messages can be put away. */
export function actsOnClicks(): void {
  document.addEventListener('click', (event) => {
    const button = around(event, 'button');
    if (!button) return;
    const { line, puts, dismisses } = button.dataset;
    if (line !== undefined) void run(button, line);
    if (puts !== undefined) put(`/probe ${puts}`);
    if (dismisses !== undefined) {
      document.getElementById(dismisses)?.remove();
      byId('say-text', HTMLTextAreaElement)?.focus();
    }
  });
}

async function run(button: HTMLElement, line: string): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const thread = button.closest<HTMLElement>('#thread')?.dataset.root;
  await act({ line }, thread);
  button.ariaBusy = 'false';
}

/** Puts a line into the channel's composer, to be changed or sent. */
function put(text: string): void {
  const field = byId('say-text', HTMLTextAreaElement);
  if (!field) return;
  document.body.dataset.pane = 'channel';
  field.value = text;
  field.focus();
  field.setSelectionRange(text.length, text.length);
}

function unreachable(): HTMLElement {
  const words = document.createElement('p');
  words.className = 'message private unsent';
  words.textContent = 'This could not be sent. Is the program still running where you started it?';
  return words;
}
