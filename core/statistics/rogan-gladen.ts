import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { criticalValue } from './quantile.ts';
import type { Tally } from './share.ts';

/** Counts of how often a judge was right where the truth is known from a person's labels. */
export interface Calibration {
  /** Of the answers that truly have it, how many the judge said so of: its sensitivity. */
  readonly positives: Tally;
  /** Of those that truly lack it, how many the judge said so of: its specificity. */
  readonly negatives: Tally;
}

export interface CorrectedShare {
  readonly estimate: number;
  readonly interval: Interval;
}

/** A judge whose sensitivity + specificity − 1 is not above this says too little to be corrected. */
export const LEAST_INFORMED = 0.2;

/**
 * A judged share without the judge's known errors: (p + sp − 1) / (se + sp − 1), within 0 and 1 (Rogan
 * and Gladen 1978). The interval carries the noise of the calibration too (Lang and Reiczigel 2014; for
 * model judges Lee et al. 2025, arXiv 2511.21140). Undefined for a judge near chance or without labels.
 * @param judged the answers that the judge said yes to; `of` may be an effective number of trials.
 */
export function roganGladen(
  judged: Tally,
  calibration: Calibration,
  level: number = LEVEL,
): CorrectedShare | undefined {
  const { positives, negatives } = calibration;
  // Of something that was never counted there is no rate.
  if ([judged, positives, negatives].some(({ of }) => of === 0)) return undefined;
  const [p, se, sp] = [rate(judged), rate(positives), rate(negatives)];
  if (se + sp - 1 <= LEAST_INFORMED) return undefined;
  return {
    estimate: within((p + sp - 1) / (se + sp - 1)),
    interval: adjusted(judged, calibration, level),
  };
}

/** Wald's interval after as many made-up trials as keep it honest in small samples, shifted as they say. */
function adjusted(judged: Tally, { positives, negatives }: Calibration, level: number): Interval {
  const z = criticalValue(level);
  const [test, hits, passes] = [added(judged, z * z), added(positives, 2), added(negatives, 2)];
  const [p, se, sp] = [rate(test), rate(hits), rate(passes)];
  const informed = se + sp - 1;
  if (informed <= 0) return [0, 1];
  const truth = (p + sp - 1) / informed;
  const [byHits, byPasses] = [truth * spread(hits), (1 - truth) * spread(passes)];
  const error = Math.sqrt(spread(test) + truth * byHits + (1 - truth) * byPasses) / informed;
  const centre = truth + 2 * z * z * (byHits - byPasses);
  return [within(centre - z * error), within(centre + z * error)];
}

/** With so many more trials, half of them yes. */
function added({ yes, of }: Tally, trials: number): Tally {
  return { yes: yes + trials / 2, of: of + trials };
}

function rate({ yes, of }: Tally): number {
  return yes / of;
}

/** The variance of a share. */
function spread(tally: Tally): number {
  return (rate(tally) * (1 - rate(tally))) / tally.of;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
