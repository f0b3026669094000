import type { Pushed } from '../send/wire.ts';
import { announce, byId } from './find.ts';
import { upsert } from './morph.ts';
import { refresh } from './panes.ts';

const TRY_AGAIN_MS = 2000;

/**
 * Keeps the page current; says so where it can't. Of what comes between two frames only the latest
 * state of each message is drawn, so that a page that is hidden or slow never falls behind.
 */
export function startLive(): void {
  const waiting = new Map<string, Pushed>();
  let at = document.body.dataset.at ?? '';
  const states = new Map<string, string>();
  connect();

  function connect(): void {
    const source = new EventSource(`/events?after=${encodeURIComponent(at)}`);
    const line = byId('connection', HTMLElement);
    const say = (words: string): void => {
      if (line && line.textContent !== words) line.textContent = words;
    };
    source.addEventListener('open', () => say(''));
    source.addEventListener('error', () => {
      say('Connection lost. Trying again…');
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(connect, TRY_AGAIN_MS);
    });
    source.addEventListener('here', (event) => {
      at = event.lastEventId;
    });
    source.addEventListener('anew', (event) => {
      at = event.lastEventId;
      waiting.clear();
      void refresh();
    });
    source.addEventListener('message', (event) => {
      at = event.lastEventId;
      const pushed: Pushed = JSON.parse(event.data);
      if (waiting.size === 0) requestAnimationFrame(draw);
      waiting.set(pushed.id, pushed);
      ended(pushed);
    });
  }

  function draw(): void {
    const latest = [...waiting.values()];
    waiting.clear();
    for (const pushed of latest) show(pushed);
  }

  /** Progress is not read out; an end is, once. */
  function ended({ id, state, title }: Pushed): void {
    if (states.get(id) === 'running' && state !== 'running') {
      announce(`${state === 'failed' ? 'Failed' : 'Finished'}: ${title}`);
    }
    states.set(id, state);
  }
}

function show({ id, root, html, rail }: Pushed): void {
  const list = root === undefined ? channelList(id) : openThread(root);
  if (list) upsert(list, id, html, 'last');
  const runs = byId('runs', HTMLElement);
  const railId = rail === undefined ? undefined : /id="([^"]+)"/.exec(rail)?.[1];
  if (runs && rail !== undefined && railId !== undefined) upsert(runs, railId, rail, 'first');
}

/** A page of earlier messages takes no new ones. */
function channelList(id: string): HTMLElement | undefined {
  const old = new URLSearchParams(location.search).has('before');
  return old && !document.getElementById(id) ? undefined : byId('messages', HTMLElement);
}

function openThread(root: string): HTMLElement | undefined {
  const thread = byId('thread', HTMLElement);
  return thread?.dataset.root === root ? byId('replies', HTMLElement) : undefined;
}
