import { dollars } from '../../../core/text/money.ts';
import { wrap } from '../../../core/text/wrap.ts';
import { count, duration } from '../../../core/views/phrases.ts';
import type { ProgressBlock } from '../../../core/views/view.ts';
import type { Frame } from './frame.ts';

const BAR = 14;

export function progressLines(block: ProgressBlock, { width, style }: Frame): readonly string[] {
  const filled = Math.round(BAR * Math.min(1, block.done / Math.max(1, block.total)));
  const bar = '▰'.repeat(filled) + '▱'.repeat(BAR - filled);
  return wrap(`${bar}  ${progressText(block)}`, width).map((line) =>
    line.replace(/^▰+/, (part) => style.good(part)),
  );
}

/** `71 of 144 · 2 failed · about 40 s left · $0.012 of about $0.024` */
export function progressText({ done, total, failed, secondsLeft, cost }: ProgressBlock): string {
  return [
    `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`,
    ...(failed > 0 ? [count(failed, 'failed', 'failed')] : []),
    ...(secondsLeft === undefined ? [] : [`about ${left(secondsLeft)} left`]),
    ...(cost ? [`${dollars(cost.soFar)} of about ${dollars(cost.expected)}`] : []),
  ].join(' · ');
}

function left(seconds: number): string {
  return seconds < 10 ? `${Math.ceil(seconds)} s` : duration(seconds * 1000);
}
