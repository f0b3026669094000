import { Idiomorph } from './idiomorph.js';

/** A person's changes to an element, which the server does not know of. */
const THEIRS: ReadonlySet<string> = new Set([
  'data-open',
  'data-overflows',
  'aria-expanded',
  'open',
]);

const watchers = new Set<(root: Element) => void>();

/** Calls `watcher` for each piece of the page that comes or changes. */
export function onShown(watcher: (root: Element) => void): void {
  watchers.add(watcher);
}

export function shown(root: Element): void {
  for (const watcher of watchers) watcher(root);
}

/** Makes an element what the markup says, and keeps focus, scroll positions and what is open. */
export function morph(element: Element, markup: string): void {
  Idiomorph.morph(element, markup, {
    morphStyle: 'outerHTML',
    // Only what somebody writes in: a button that was clicked is drawn anew like all else.
    ignoreActiveValue: isWrittenIn(document.activeElement),
    callbacks: {
      beforeAttributeUpdated: (name) => !THEIRS.has(name),
      beforeNodeMorphed: (old, next) => !isSameComposer(old, next),
    },
  });
  const now = document.getElementById(element.id);
  if (now) shown(now);
}

/** Puts a list's entry in its place: over the one with its id, else first or last. */
export function upsert(list: Element, id: string, markup: string, where: 'first' | 'last'): void {
  const present = document.getElementById(id);
  if (present) {
    morph(present, markup);
    return;
  }
  list.insertAdjacentHTML(where === 'first' ? 'afterbegin' : 'beforeend', markup);
  const added = document.getElementById(id);
  if (added) shown(added);
}

function isWrittenIn(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** Text that is being written stays, as long as it goes to the same thread. */
function isSameComposer(old: Element, next: Node): boolean {
  return (
    old instanceof HTMLFormElement &&
    next instanceof HTMLFormElement &&
    old.id === next.id &&
    old.dataset.thread === next.dataset.thread
  );
}
