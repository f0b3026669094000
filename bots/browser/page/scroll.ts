import { byId } from './find.ts';
import { onShown } from './morph.ts';

/** Farther than this from the newest message a way back to it is shown. */
const FAR_PX = 400;

/** The messages hang from the bottom: their scroll position is 0 at the newest, and negative above. */
export function startScrolling(): void {
  const scroll = byId('scroll', HTMLElement);
  const latest = document.querySelector<HTMLElement>('.latest');
  if (!scroll || !latest) return;
  scroll.addEventListener(
    'scroll',
    () => {
      latest.hidden = scroll.scrollTop > -FAR_PX;
    },
    { passive: true },
  );
  latest.addEventListener('click', (event) => {
    event.preventDefault();
    scroll.scrollTo({ top: 0 });
    byId('say-text', HTMLTextAreaElement)?.focus({ preventScroll: true });
  });
  onShown((root) => {
    for (const lanes of root.querySelectorAll<HTMLElement>('.lanes')) keepHeads(lanes);
  });
}

const kept = new WeakSet<Element>();

/** Heads that stick to the top can't be in the box that scrolls sideways, so they are moved with it. */
function keepHeads(lanes: HTMLElement): void {
  if (kept.has(lanes)) return;
  kept.add(lanes);
  lanes.addEventListener(
    'scroll',
    () => {
      const heads = lanes.previousElementSibling;
      if (heads) heads.scrollLeft = lanes.scrollLeft;
    },
    { passive: true },
  );
}
