import type { Completion } from '../send/wire.ts';
import { around } from './find.ts';
import { activate, closeListbox, type Listbox, openListbox, take } from './listbox.ts';

let open: Listbox | undefined;
let asked = new AbortController();
/** The answer that is on its way. */
let pending: Promise<void> | undefined;

/** Completes commands in every composer: arrows, Enter or Tab to take, Escape to close. */
export function completes(): void {
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) completeSoon(event.target);
  });
  // In the capturing phase, so that it comes before the composer's own keys.
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('focusout', (event) => {
    if (event.target === open?.field) close();
  });
  // Before the field would lose the focus.
  document.addEventListener('pointerdown', (event) => {
    const option = around(event, '[role=option]');
    if (!open || !option || !open.element.contains(option)) return;
    event.preventDefault();
    activate(open, [...open.element.children].indexOf(option));
    takeActive();
  });
}

export function closeChoices(field: HTMLTextAreaElement): void {
  asked.abort();
  if (open?.field === field) close();
}

function completeSoon(field: HTMLTextAreaElement): void {
  const answer = complete(field).finally(() => {
    if (pending === answer) pending = undefined;
  });
  pending = answer;
}

async function complete(field: HTMLTextAreaElement): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  if (!field.value.trimStart().startsWith('/')) {
    close();
    return;
  }
  const completion = await fetchCompletion(field, signal);
  if (signal.aborted) return;
  close();
  open = completion && openListbox(field, completion);
}

async function fetchCompletion(
  { value, selectionStart }: HTMLTextAreaElement,
  signal: AbortSignal,
): Promise<Completion | undefined> {
  try {
    const response = await fetch('/complete', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: value, caret: selectionStart }),
      signal,
    });
    return await response.json();
  } catch {
    return undefined;
  }
}

function onKey(event: KeyboardEvent): void {
  const field = around(event, '.composer textarea');
  if (!(field instanceof HTMLTextAreaElement) || event.isComposing) return;
  const decides = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey;
  // Who types fast gets what who types slowly gets: the key waits for the list of what was typed.
  const handled = decides && pending ? wait(pending, field, event.key) : onOpenList(event, field);
  if (!handled) return;
  event.preventDefault();
  event.stopPropagation();
}

function wait(answer: Promise<void>, field: HTMLTextAreaElement, key: string): true {
  const text = field.value;
  void answer.then(() => {
    if (field.value !== text) return;
    const taken = open?.field === field && decide(open, key);
    if (!taken && key === 'Enter') field.form?.requestSubmit();
  });
  return true;
}

/** Does a key mean the list that is open for this field? */
function onOpenList({ key, shiftKey }: KeyboardEvent, field: HTMLTextAreaElement): boolean {
  if (open?.field !== field) return false;
  switch (key) {
    case 'ArrowDown':
      activate(open, open.active + 1);
      return true;
    case 'ArrowUp':
      activate(open, Math.max(open.active, 0) - 1);
      return true;
    case 'Enter':
    case 'Tab':
      return !shiftKey && decide(open, key);
    case 'Escape':
      close();
      return true;
    default:
      return false;
  }
}

/** Tab takes the first choice where none is active; Enter does not. */
function decide(box: Listbox, key: string): boolean {
  if (key === 'Tab' && box.active < 0) activate(box, 0);
  return takeActive() || key === 'Tab';
}

function takeActive(): boolean {
  const box = open;
  const taken = box !== undefined && take(box);
  close();
  if (taken) completeSoon(box.field);
  return taken;
}

function close(): void {
  if (open) closeListbox(open);
  open = undefined;
}
