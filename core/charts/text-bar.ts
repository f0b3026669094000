import { columnsOf, truncateColumns } from '../text/columns.ts';
import type { Axis } from './axis.ts';
import { type Estimate, formatTick } from './numbers.ts';

/** Lines that cross every bar of a picture. */
export interface Across {
  /** The rows that others are compared with, `┊`. */
  readonly references: readonly number[];
  /** The value that guessing would give, `¦`. */
  readonly chance?: number | undefined;
}

/** `├──●──┤` among `width` characters, over the lines that cross it and a zero within the axis, `·`. */
export function bar(
  { estimate, interval }: Estimate,
  axis: Axis,
  width: number,
  { references, chance }: Across,
): string {
  const place = placer(axis, width);
  const letters: string[] = Array.from({ length: width }, () => ' ');
  if (axis.min < 0 && axis.max > 0) letters[place(0)] = '·';
  if (chance !== undefined) letters[place(chance)] = '¦';
  for (const at of references) letters[place(at)] = '┊';
  if (interval !== undefined) {
    const [low, high] = [place(interval[0]), place(interval[1])];
    letters.fill('─', low, high + 1);
    if (high > low) [letters[low], letters[high]] = ['├', '┤'];
  }
  if (estimate !== undefined) letters[place(estimate)] = '●';
  return letters.join('');
}

function placer({ min, max }: Axis, width: number): (value: number) => number {
  return (value) => Math.round(((value - min) / (max - min)) * (width - 1));
}

/** The two ends of an axis, as far apart as it is long. */
export function ends(axis: Axis, width: number): string {
  const [low, high] = [formatTick(axis.min, axis), formatTick(axis.max, axis)];
  const free = width - columnsOf(low) - columnsOf(high);
  return free < 1 ? truncateColumns(`${low} to ${high}`, width) : low + ' '.repeat(free) + high;
}
