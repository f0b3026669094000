import { dollars } from '../../../core/text/money.ts';
import { duration } from '../../../core/views/phrases.ts';
import type { ProgressBlock } from '../../../core/views/view.ts';
import { type Html, html } from './html.ts';

/** A bar, and in words what it shows. */
export function progress(given: ProgressBlock, id: string): Html {
  const max = Math.max(1, given.total);
  const value = Math.min(max, Math.max(0, given.done));
  return html`<div class="progress" id="${id}"><progress max="${max}" value="${value}" aria-label="Trials finished"></progress><p>${words(given)}</p></div>`;
}

/** `71 of 144 · 2 failed · about 40 s left · $0.012 of about $0.024` */
function words({ done, total, failed, secondsLeft, cost }: ProgressBlock): string {
  return [
    `${done} of ${total}`,
    failed > 0 ? `${failed} failed` : undefined,
    secondsLeft === undefined ? undefined : `about ${wholeSeconds(secondsLeft)} left`,
    cost && `${dollars(cost.soFar)} of about ${dollars(cost.expected)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** A guess has no tenths. */
function wholeSeconds(seconds: number): string {
  return seconds < 10 ? `${Math.ceil(seconds)} s` : duration(Math.round(seconds) * 1000);
}
