import type { ComparedRows, ContrastTest } from '../domain/comparison.ts';
import { choose } from '../statistics/choose.ts';
import { smallestP } from '../statistics/sign-flip.ts';

/** How many units a test needs before its p can be under an alpha. */
export type Needs = (alpha: number) => number;

/** Rows that a measure holds against each other, before the correction over all of them decides. */
export type UncorrectedContrast =
  | {
      readonly state: 'tested';
      readonly rows: ComparedRows;
      readonly found: ContrastTest;
      /** The smallest p that the test could give, whatever the answers said. */
      readonly floor: number;
      readonly needs: Needs;
    }
  | { readonly state: 'too few'; readonly rows: ComparedRows; readonly needs: Needs }
  | {
      readonly state: 'not comparable';
      readonly rows: ComparedRows;
      readonly reason: string;
      /** True where the reason leaves some figure of the rows that can be read. */
      readonly isPartial: boolean;
    };

/** The smallest p of a test on so many pairs (sign-flip) or so many a side (labels dealt out). */
export function floorOf(a: number, b: number, paired: boolean): number {
  if (paired) return smallestP(a);
  return Math.min(1, (a === b ? 2 : 1) / choose(a + b, a));
}

/** Signs or labels: as many units a side as an alpha takes. */
export function needsOf(paired: boolean): Needs {
  return fewest((units) => floorOf(units, units, paired));
}

/** The fewest units, two at least, whose smallest p is not above an alpha. */
export function fewest(floor: (units: number) => number): Needs {
  return (alpha) => {
    let needed = 2;
    while (floor(needed) > alpha) needed += 1;
    return needed;
  };
}
