import type { Contrast } from '../domain/comparison.ts';
import { floorOf, type Tested } from '../measures/tested.ts';
import { reaches } from '../statistics/minimum-detectable-effect.ts';
import { benjaminiHochberg, holm } from '../statistics/multiple.ts';

export const ALPHA = 0.05;
/** Up to so many contrasts Holm's correction, which allows no false claim; past it Benjamini's and Hochberg's. */
const HOLM_UP_TO = 10;
/** What a person is told would do, at the least: the fewest that can reach ALPHA leave no room at all. */
const COMFORTABLE = 8;

/**
 * Corrects over the whole family. Where even its best case could not be significant after the
 * correction, no contrast of it is tested: it is too few, and says how many would do.
 */
export function correctForMultiplicity(family: readonly Tested[]): readonly Contrast[] {
  const comparable = family.filter(
    ({ contrast }) => contrast.p !== undefined && contrast.verdict !== 'not comparable',
  );
  const possible = comparable.filter(({ floor }) => floor <= ALPHA);
  const byHolm = possible.length <= HOLM_UP_TO;
  // Holm's first step multiplies by the size of the family; where it fails, every other does.
  const hopeless = byHolm && possible.every(({ floor }) => floor * possible.length > ALPHA);
  const tested = hopeless ? [] : possible;
  const adjusted = (byHolm ? holm : benjaminiHochberg)(
    tested.map(({ contrast }) => contrast.p ?? 1),
  );
  const byContrast = new Map(tested.map(({ contrast }, index) => [contrast, adjusted[index] ?? 1]));
  const alpha = ALPHA / Math.max(1, tested.length);
  return family.map((one): Contrast => {
    const { contrast } = one;
    if (contrast.verdict === 'not comparable') return contrast;
    const value = byContrast.get(contrast);
    if (value === undefined) return tooFew(one, byHolm ? Math.max(1, possible.length) : 1);
    return {
      ...contrast,
      adjusted: value,
      detectable: contrast.detectable && contrast.detectable * narrowing(alpha, contrast),
      verdict: value <= ALPHA ? 'difference' : 'none found',
    };
  });
}

/** How much larger a difference must be to be seen four times in five at this alpha than at .05. */
function narrowing(alpha: number, { pairs }: Contrast): number {
  const df = Math.max(1, pairs - 1);
  return reaches({ level: 1 - alpha, df }) / reaches({ df });
}

function tooFew({ contrast, paired, least }: Tested, family: number): Contrast {
  const needed = (least ?? ((alpha) => leastOf(paired, alpha)))(ALPHA / family);
  return { ...contrast, verdict: 'too few', needed: Math.max(COMFORTABLE, needed) };
}

function leastOf(paired: boolean, alpha: number): number {
  let needed = 2;
  while (floorOf(needed, needed, paired) > alpha) needed += 1;
  return needed;
}
