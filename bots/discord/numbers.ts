import type { Axis } from '../../core/charts/picture.ts';
import type { ProgressBlock } from '../../core/views/view.ts';

const CELLS = 14;

/** `▰▰▱▱`, `CELLS` wide. Full only when all is done. */
export function bar(done: number, total: number, cells = CELLS): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.floor(share * cells);
  return '▰'.repeat(full) + '▱'.repeat(cells - full);
}

/** Dollars with two digits that matter: `$12.30`, `$0.0031`. */
export function usd(dollars: number): string {
  if (dollars === 0 || Math.abs(dollars) >= 1) return `$${dollars.toFixed(2)}`;
  return `$${Number(dollars.toPrecision(2))}`;
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function progressLine(block: ProgressBlock): string {
  const parts = [`${bar(block.done, block.total)}  ${block.done} of ${block.total}`];
  if (block.failed > 0) parts.push(`${block.failed} failed`);
  if (block.secondsLeft !== undefined) parts.push(`about ${duration(block.secondsLeft)} left`);
  if (block.cost) parts.push(`${usd(block.cost.soFar)} of about ${usd(block.cost.expected)}`);
  return parts.join(' · ');
}

/** A value as its axis says: 0.42 as `42 %`, or 3.1 as it is. */
export function value(of: number, axis: Axis): string {
  return axis.format === 'percent'
    ? `${Math.round(of * 100)} %`
    : String(Number(of.toPrecision(3)));
}

/** `42 % [29, 56]`, or that there is nothing to show. */
export function estimate(
  of: number | undefined,
  interval: readonly [number, number] | undefined,
  axis: Axis,
): string {
  if (of === undefined) return 'no estimate';
  if (!interval) return value(of, axis);
  const bound = (end: number) => value(end, axis).replace(/ %$/, '');
  return `${value(of, axis)} [${bound(interval[0])}, ${bound(interval[1])}]`;
}
