import { progressText } from '../../../core/views/progress-text.ts';
import type { ProgressBlock } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';

/** A bar, and in words what it shows. */
export function progress(given: ProgressBlock, id: string): Html {
  const max = Math.max(1, given.total);
  const value = Math.min(max, Math.max(0, given.done));
  return html`<div class="progress" id="${id}"><progress max="${max}" value="${value}" aria-label="Trials finished"></progress><p>${progressText(given)}</p></div>`;
}
