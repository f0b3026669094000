import { random, seedFrom } from '../statistics/random.ts';
import type { Rubric } from './rubric.ts';
import type { AnswerPlace } from './types.ts';
import type { Verdict } from './verdicts.ts';

/** So many answers are labelled at most. */
export const DRAWN = 20;
/** Points of a scale are drawn from in five parts of it. */
const PART = 20;

/**
 * Draws answers by the seed, from what the judge said in proportion: the sample has the run's own
 * shares, which agreement, sensitivity and specificity are figures of. The order tells nothing.
 */
export function drawAnswers(
  judged: readonly Verdict[],
  rubric: Rubric,
  seed: number,
): readonly AnswerPlace[] {
  const chance = random(seedFrom(seed, 'calibrate', rubric.score));
  const strata = [...Map.groupBy(judged, ({ value }) => stratumOf(value, rubric)).values()];
  const share = Math.min(1, DRAWN / judged.length);
  const exact = strata.map((stratum) => stratum.length * share);
  const sizes = exact.map(Math.floor);
  // The largest remainders get what rounding down has left over.
  const left = Math.min(DRAWN, judged.length) - sizes.reduce((sum, size) => sum + size, 0);
  const remainder = (at: number) => (exact[at] ?? 0) - (sizes[at] ?? 0);
  const more = new Set(
    [...strata.keys()].toSorted((a, b) => remainder(b) - remainder(a)).slice(0, left),
  );
  const drawn = strata.flatMap((stratum, at) =>
    chance.shuffle(stratum).slice(0, (sizes[at] ?? 0) + (more.has(at) ? 1 : 0)),
  );
  return chance.shuffle(drawn).map(({ trial, step }) => ({ trial, step }));
}

function stratumOf(value: number | string, { kind }: Rubric): string {
  return kind === 'scale' ? String(Math.min(4, Math.floor(Number(value) / PART))) : String(value);
}
