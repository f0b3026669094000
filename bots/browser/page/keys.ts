import { byId } from './find.ts';
import { visit } from './panes.ts';

/** `/` goes to the composer from anywhere; Escape closes the thread, and puts private messages away. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && !isWriting(event.target)) {
      event.preventDefault();
      begin();
    }
    if (event.key === 'Escape') leave();
  });
}

function begin(): void {
  const field = byId('say-text', HTMLTextAreaElement);
  if (!field) return;
  field.focus();
  if (field.value !== '') return;
  field.value = '/';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function leave(): void {
  const replies = byId('private', HTMLElement);
  const close = document.querySelector<HTMLAnchorElement>('#thread .close');
  if (replies?.hasChildNodes()) replies.replaceChildren();
  else if (close) void visit(close.href);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
