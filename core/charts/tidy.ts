import { sanitisePicture, sanitisePictureLine } from '../text/sanitise-picture.ts';
import type { Axis } from './axis.ts';
import type { Picture } from './picture.ts';

/** More than these cannot be told apart in one picture; the table beside it has all. */
export const MOST = { rows: 40, lines: 16, steps: 64, rungs: 40, categories: 64 } as const;

/** Beyond these a picture shows nothing, and sums of them overflow. */
const FARTHEST = 1e12;

export const tidyTexts = ({ title, alt }: Picture): Pick<Picture, 'title' | 'alt'> => ({
  title: sanitisePictureLine(title),
  alt: sanitisePicture(alt),
});

/** An axis of some length that holds all the values. */
export function tidyAxis(axis: Axis, values: readonly (number | undefined)[]): Axis {
  const ends = [axis.min, axis.max, ...values].flatMap((value) => finite(value) ?? []);
  const min = ends.length === 0 ? 0 : Math.min(...ends);
  const max = ends.length === 0 ? 1 : Math.max(...ends);
  const room = max - min > 1e-9 * Math.max(Math.abs(min), Math.abs(max)) ? 0 : Math.abs(max) || 1;
  return { label: sanitisePictureLine(axis.label), format: axis.format, min, max: max + room };
}

/** An interval from low to high; none where an end is no number. */
export function ordered(
  interval: readonly [number, number] | undefined,
): [number, number] | undefined {
  const [a, b] = [finite(interval?.[0]), finite(interval?.[1])];
  return a === undefined || b === undefined ? undefined : [Math.min(a, b), Math.max(a, b)];
}

export function finite(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) <= FARTHEST ? value : undefined;
}
