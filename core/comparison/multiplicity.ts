import type { Contrast } from '../domain/comparison.ts';
import type { UncorrectedContrast } from '../measures/uncorrected.ts';
import { at } from '../statistics/lists.ts';
import { standardErrorsToDetect } from '../statistics/minimum-detectable-effect.ts';
import { benjaminiHochberg, holm } from '../statistics/multiple.ts';

export const ALPHA = 0.05;
/** Up to so many contrasts Holm's correction, which allows no false claim; past it Benjamini's and Hochberg's. */
const HOLM_UP_TO = 10;
/** The number that is said to do, at the least: the fewest that can reach ALPHA leave no room at all. */
const COMFORTABLE = 8;

type Tested = Extract<UncorrectedContrast, { state: 'tested' }>;

/**
 * Corrects over all contrasts of a measure. Where even the best case could not be significant after the
 * correction, none of them is tested: it is too few, and says how many would do.
 */
export function correctForMultiplicity(
  contrasts: readonly UncorrectedContrast[],
): readonly Contrast[] {
  const possible = contrasts.filter(
    (one): one is Tested => one.state === 'tested' && one.floor <= ALPHA,
  );
  const byHolm = possible.length <= HOLM_UP_TO;
  // Holm's first step multiplies by how many there are; where it fails, every other does.
  const hopeless = byHolm && possible.every(({ floor }) => floor * possible.length > ALPHA);
  const tested = hopeless ? [] : possible;
  const adjusted = (byHolm ? holm : benjaminiHochberg)(tested.map(({ found }) => found.p));
  const decided = new Map<UncorrectedContrast, Contrast>(
    tested.map((one, place) => [one, decide(one, at(adjusted, place), ALPHA / tested.length)]),
  );
  const alpha = ALPHA / (byHolm ? Math.max(1, possible.length) : 1);
  return contrasts.map((one) => decided.get(one) ?? undecided(one, alpha));
}

function decide({ rows, found }: Tested, adjusted: number, alpha: number): Contrast {
  const { minimumDetectableEffect: alone } = found;
  return {
    ...rows,
    ...found,
    verdict: adjusted <= ALPHA ? 'difference' : 'none found',
    adjusted,
    minimumDetectableEffect: alone === undefined ? undefined : alone * widening(alpha, rows.pairs),
  };
}

function undecided(one: UncorrectedContrast, alpha: number): Contrast {
  const { rows, state } = one;
  if (state === 'not comparable') {
    return { ...rows, verdict: state, reason: one.reason, isPartial: one.isPartial };
  }
  const needed = Math.max(COMFORTABLE, one.needs(alpha));
  return state === 'tested'
    ? { ...rows, ...one.found, verdict: 'too few', needed }
    : { ...rows, verdict: 'too few', needed };
}

/** How much larger a difference must be to be seen four times in five at this alpha than at .05. */
function widening(alpha: number, pairs: number): number {
  const df = Math.max(1, pairs - 1);
  return standardErrorsToDetect({ level: 1 - alpha, df }) / standardErrorsToDetect({ df });
}
