import type { Completion } from '../wire.ts';
import { around } from './find.ts';

/** The list that is open, and the field that it completes. */
interface Open {
  readonly field: HTMLTextAreaElement;
  readonly list: HTMLElement;
  readonly completion: Completion;
  /** What stood in the field when it was completed: once it has changed, the choices are of another text. */
  readonly text: string;
  /** The choice that Enter takes; -1: none. */
  active: number;
}

let open: Open | undefined;
let asked = new AbortController();

/** Completes commands in every composer: arrows, Enter or Tab to take, Escape to close. */
export function completes(): void {
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) void complete(event.target);
  });
  // In the capturing phase, so that it comes before the composer's own keys.
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('focusout', (event) => {
    if (event.target === open?.field) close();
  });
  // Before the field would lose the focus.
  document.addEventListener('pointerdown', (event) => {
    const option = around(event, '[role=option]');
    if (!open || !option || !open.list.contains(option)) return;
    event.preventDefault();
    open.active = [...open.list.children].indexOf(option);
    void take(open);
  });
}

export function closeChoices(field: HTMLTextAreaElement): void {
  asked.abort();
  if (open?.field === field) close();
}

async function complete(field: HTMLTextAreaElement): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  if (!field.value.trimStart().startsWith('/')) return close();
  try {
    const response = await fetch('/complete', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: field.value, caret: field.selectionStart }),
      signal,
    });
    const completion: Completion = await response.json();
    if (!signal.aborted) show(field, completion);
  } catch {
    if (!signal.aborted) close();
  }
}

function show(field: HTMLTextAreaElement, completion: Completion): void {
  const list = field.form?.querySelector<HTMLElement>('.choices');
  close();
  if (!list || completion.choices.length === 0) return;
  const typed = field.value.slice(completion.from, completion.to);
  const [first] = completion.choices;
  if (completion.choices.length === 1 && first?.value === typed) return;
  list.replaceChildren(
    ...completion.choices.map((choice, index) => option(list.id, choice.label, index)),
  );
  list.hidden = false;
  field.ariaExpanded = 'true';
  open = { field, list, completion, text: field.value, active: -1 };
  // Where nothing was begun, or something else, Enter still sends the line as it is.
  if (first && begins(first, typed)) activate(open, 0);
}

function begins({ value, label }: Completion['choices'][number], typed: string): boolean {
  const word = typed.replace(/^\s*\//, '').toLowerCase();
  return typed !== '' && [value, label].some((text) => text.toLowerCase().startsWith(word));
}

function option(listId: string, label: string, index: number): HTMLElement {
  const [name = label, ...about] = label.split(' · ');
  const item = document.createElement('li');
  item.id = `${listId}-${index}`;
  item.role = 'option';
  const [strong, dim] = [document.createElement('b'), document.createElement('span')];
  strong.textContent = name;
  dim.textContent = about.join(' · ');
  item.append(strong, ' ', dim);
  return item;
}

function activate(now: Open, index: number): void {
  now.active = index;
  for (const [at, item] of [...now.list.children].entries()) {
    item.ariaSelected = String(at === index);
    if (at === index) item.scrollIntoView({ block: 'nearest' });
  }
  const active = now.list.children[index];
  if (active) now.field.setAttribute('aria-activedescendant', active.id);
  else now.field.removeAttribute('aria-activedescendant');
}

function onKey(event: KeyboardEvent): void {
  if (!open || event.target !== open.field || event.isComposing) return;
  if (open.field.value !== open.text) {
    if (event.key === 'Tab') event.preventDefault();
    close();
    return;
  }
  const count = open.completion.choices.length;
  switch (event.key) {
    case 'ArrowDown':
      activate(open, (open.active + 1) % count);
      break;
    case 'ArrowUp':
      activate(open, (open.active <= 0 ? count : open.active) - 1);
      break;
    case 'Tab':
      if (event.shiftKey) return;
      if (open.active < 0) open.active = 0;
      void take(open);
      break;
    case 'Enter':
      if (event.shiftKey || !wouldChange(open)) return;
      void take(open);
      break;
    case 'Escape':
      close();
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** A choice that stands there already is not taken again: Enter then sends. */
function wouldChange({ field, completion: { from, to, choices }, active }: Open): boolean {
  const choice = choices[active];
  return choice !== undefined && field.value.slice(from, to) !== choice.value;
}

async function take({ field, completion: { from, to, choices }, active }: Open): Promise<void> {
  const choice = choices[active];
  close();
  if (!choice) return;
  const follows = field.value.slice(to);
  const space = choice.space && !follows.startsWith(' ') ? ' ' : '';
  field.setRangeText(choice.value + space, from, to, 'end');
  field.focus();
  await complete(field);
}

function close(): void {
  if (!open) return;
  const { field, list } = open;
  open = undefined;
  list.hidden = true;
  list.replaceChildren();
  field.ariaExpanded = 'false';
  field.removeAttribute('aria-activedescendant');
}
