import { act } from './act.ts';
import { closeChoices } from './choices.ts';
import { around, byId } from './find.ts';
import { newer, older, remember } from './lines.ts';

/** Enter sends, Shift+Enter begins a line; the arrows bring back what was sent before. */
export function startComposer(): void {
  document.addEventListener('submit', (event) => {
    const form = around(event, 'form.composer');
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    void send(form);
  });
  // Runs after the completions' own listener, which keeps a key for itself by preventing its default.
  document.addEventListener('keydown', (event) => {
    const field = around(event, '.composer textarea');
    if (!(field instanceof HTMLTextAreaElement) || event.defaultPrevented || event.isComposing)
      return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      field.form?.requestSubmit();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') recall(event, field);
  });
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
  });
  if (matchMedia('(pointer: fine)').matches && location.pathname === '/') {
    byId('say-text', HTMLTextAreaElement)?.focus({ preventScroll: true });
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector('textarea');
  const typed = field?.value ?? '';
  if (!field || typed.trim() === '') return;
  closeChoices(field);
  remember(typed);
  set(field, '');
  form.ariaBusy = 'true';
  const well = await act({ typed }, form.dataset.thread);
  form.ariaBusy = 'false';
  // What could not be run comes back, to be mended.
  if (!well && field.value === '') set(field, typed);
}

function recall(event: KeyboardEvent, field: HTMLTextAreaElement): void {
  const line = event.key === 'ArrowUp' ? older(field.value) : newer(field.value);
  if (line === undefined) return;
  event.preventDefault();
  set(field, line);
}

function set(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  grow(field);
}

/** For browsers without `field-sizing`. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
