import { dollars } from '../../../core/text/money.ts';
import { duration } from '../../../core/views/phrases.ts';
import type { ProgressBlock } from '../../../core/views/view.ts';

const CELLS = 14;

/** `▰▰▱▱`, full only when all is done. */
function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.floor(share * CELLS);
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full);
}

/** `▰▰▰▱▱▱▱  71 of 144 · 2 failed · about 40 s left · $0.012 of about $0.024` */
export function progressLine({ done, total, failed, secondsLeft, cost }: ProgressBlock): string {
  const parts = [`${bar(done, total)}  ${done} of ${total}`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (secondsLeft !== undefined) parts.push(`about ${timeLeft(secondsLeft)} left`);
  if (cost) parts.push(`${dollars(cost.soFar)} of about ${dollars(cost.expected)}`);
  return parts.join(' · ');
}

/** Whole seconds below ten, where `duration` would show a tenth of a guess. */
const timeLeft = (seconds: number): string =>
  seconds < 10 ? `${Math.max(1, Math.round(seconds))} s` : duration(seconds * 1000);
