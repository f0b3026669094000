import { duration } from '../text/duration.ts';
import { dollars } from '../text/money.ts';
import { digits } from '../text/plural.ts';
import type { ProgressBlock } from './view.ts';

const CELLS = 14;

/** `▰▰▰▱▱▱▱  71 of 144 · 2 failed · about 40 s left · $0.012 of about $0.024` */
export function progressLine(block: ProgressBlock): string {
  return `${progressBar(block)}  ${progressText(block)}`;
}

/** The bar is full only when all is done: one trial short of all still leaves a cell open. */
function progressBar({ done, total }: ProgressBlock): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.floor(share * CELLS);
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full);
}

/** The figures of a progress alone, for where a bar is drawn or cannot be. */
export function progressText({ done, total, failed, secondsLeft, cost }: ProgressBlock): string {
  const parts = [`${digits(done)} of ${digits(total)}`];
  if (failed > 0) parts.push(`${digits(failed)} failed`);
  if (secondsLeft !== undefined) parts.push(`about ${timeLeft(secondsLeft)} left`);
  if (cost) parts.push(`${dollars(cost.soFar)} of about ${dollars(cost.expected)}`);
  return parts.join(' · ');
}

/** Whole seconds: a guess has no tenths. */
function timeLeft(seconds: number): string {
  return seconds < 10 ? `${Math.max(1, Math.ceil(seconds))} s` : duration(1000 * seconds);
}
