import type { Contrast } from '../domain/comparison.ts';
import { choose } from '../statistics/choose.ts';
import { smallestP } from '../statistics/sign-flip.ts';

/** A contrast and the smallest p that its test could give, whatever the answers said. */
export interface Tested {
  readonly contrast: Contrast;
  readonly floor: number;
  readonly paired: boolean;
  /** How many units such a test needs before its p can be under an alpha; absent: as for signs and labels. */
  readonly least?: ((alpha: number) => number) | undefined;
}

/** The smallest p of a test on so many pairs (sign-flip) or so many a side (labels dealt out). */
export function floorOf(a: number, b: number, paired: boolean): number {
  if (paired) return smallestP(a);
  return Math.min(1, (a === b ? 2 : 1) / choose(a + b, a));
}

/** A contrast that no test is made of. */
export function untested(contrast: Contrast): Tested {
  return { contrast, floor: 1, paired: false };
}
