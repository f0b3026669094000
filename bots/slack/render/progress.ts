import { dollars } from '../../../core/text/money.ts';
import { duration } from '../../../core/views/phrases.ts';
import type { ProgressBlock } from '../../../core/views/view.ts';
import { paragraph, richText } from './blocks.ts';
import type { Drawn } from './drawing.ts';

const CELLS = 14;

/** A bar and its figures, on one line. */
export function drawProgress(block: ProgressBlock): Drawn {
  return { blocks: [richText(paragraph(progressLine(block)))], cut: false };
}

/** The bar is full only when all is done: one trial short of all still leaves a cell open. */
export function progressLine({ done, total, failed, secondsLeft, cost }: ProgressBlock): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const full = Math.floor(share * CELLS);
  const words = [
    `${done} of ${total}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(secondsLeft === undefined
      ? []
      : [`about ${duration(Math.round(secondsLeft) * 1000)} left`]),
    ...(cost ? [`${dollars(cost.soFar)} of about ${dollars(cost.expected)}`] : []),
  ];
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)}  ${words.join(' · ')}`;
}
