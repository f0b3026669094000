import { around, byId } from './find.ts';
import { morph } from './morph.ts';

/** The page's own addresses open without a load, so that nothing written or open is lost. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = around(event, 'a[href]');
    if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || !isOwn(link)) return;
    event.preventDefault();
    void visit(link.href);
  });
  addEventListener('popstate', () => void arrive(location.href));
  focusOn(document.body.dataset.focus);
  markCurrent();
}

export async function visit(address: string): Promise<void> {
  if (address !== location.href) history.pushState(null, '', address);
  await arrive(address);
}

/** After something was posted: the newest message is in sight, and the address is the channel's. */
export function goToLatest(): void {
  document.getElementById('scroll')?.scrollTo({ top: 0 });
  if (location.search !== '') location.assign('/');
  if (document.body.dataset.pane !== 'channel' || location.pathname === '/') return;
  history.pushState(null, '', '/');
  focusOn(undefined);
  markCurrent();
}

/** Fetches the page anew, as after the program was started again. */
export async function refresh(): Promise<void> {
  const next = await fetchPage(location.href);
  if (next) for (const id of ['rail', 'messages', 'thread']) take(next, id);
}

let visits = 0;

async function arrive(address: string): Promise<void> {
  visits += 1;
  const visit = visits;
  const thread = byId('thread', HTMLElement);
  const wasOpen = thread?.hidden === false;
  const waits = /\/thread(#|$)/.test(address);
  if (waits && thread?.hidden) thread.replaceChildren(skeleton());
  if (waits && thread) thread.hidden = false;
  const next = await fetchPage(address);
  if (visit !== visits) return;
  if (!next) return location.assign(address);
  document.title = next.title;
  document.body.dataset.pane = next.body.dataset.pane;
  take(next, 'thread');
  markCurrent();
  const focus = next.body.dataset.focus;
  if (focus !== undefined && !document.getElementById(focus)) take(next, 'messages');
  focusOn(focus, wasOpen);
  if (waits) byId('thread-title', HTMLElement)?.focus({ preventScroll: true });
  else if (wasOpen) {
    const link = document.getElementById(`${focus}-replies`) ?? byId('say-text', HTMLElement);
    link?.focus({ preventScroll: true });
  }
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

async function fetchPage(address: string): Promise<Document | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    return undefined;
  }
}

function take(next: Document, id: string): void {
  const [here, there] = [document.getElementById(id), next.getElementById(id)];
  if (here && there) morph(here, there.outerHTML);
}

/** Brings a message into sight and points at it. One whose thread was read stays where it is. */
function focusOn(id: string | undefined, wasRead = false): void {
  for (const old of document.querySelectorAll('.message.pointed')) old.classList.remove('pointed');
  const message = id === undefined ? null : document.getElementById(id);
  if (message && !(wasRead && isInSight(message))) message.scrollIntoView({ block: 'start' });
  message?.classList.add('pointed');
}

function isInSight(message: Element): boolean {
  const { top, bottom } = message.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

function markCurrent(): void {
  const here = location.pathname.replace(/\/thread$/, '');
  for (const link of document.querySelectorAll('#runs a')) {
    if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function skeleton(): HTMLElement {
  const lines = document.createElement('p');
  lines.className = 'skeleton';
  lines.setAttribute('aria-label', 'The thread is being fetched');
  lines.append(...Array.from({ length: 3 }, () => document.createElement('i')));
  return lines;
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Earlier messages and files are loads like any other. */
function isOwn(link: HTMLAnchorElement): boolean {
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== location.origin || search !== '' || location.search !== '') return false;
  if (link.target === '_blank' || link.hasAttribute('download')) return false;
  return pathname === '/' || pathname === '/runs' || pathname.startsWith('/runs/');
}
