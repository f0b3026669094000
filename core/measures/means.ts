import type { Estimated } from '../domain/comparison.ts';
import type { Interval } from '../domain/interval.ts';
import { type Difference, pairedDifference, unpairedDifference } from '../statistics/difference.ts';
import { cohenDz, hedgesG } from '../statistics/effect-size.ts';
import { zip } from '../statistics/lists.ts';
import { mean, meanInterval } from '../statistics/mean.ts';
import { minimumDetectableEffectOf } from '../statistics/minimum-detectable-effect.ts';
import { labelPermutation } from '../statistics/permutation.ts';
import { random } from '../statistics/random.ts';
import { signFlip } from '../statistics/sign-flip.ts';
import type { Found, UnitValues } from './figure-kind.ts';
import { clipped, hasWidth } from './rows.ts';

/** The mean of the units' own means, with a t interval within the scale; none where they do not vary. */
export function meanEstimate(units: UnitValues, scale: Interval): Estimated {
  const { estimate, interval } = meanInterval(units.map(mean));
  const varies = interval !== undefined && hasWidth(interval);
  return { estimate, interval: varies ? clipped(interval, scale) : undefined };
}

/** Paired by unit: a t interval, and a sign-flip p on the differences. */
export function pairedMeans(a: UnitValues, b: UnitValues, scale: Interval, seed: number): Found {
  const [left, right] = [a.map(mean), b.map(mean)];
  const differences = differencesOf(left, right);
  const difference = pairedDifference(left, right);
  return {
    ...onScale(scale, difference, difference),
    ...flipped(differences, seed),
    effect: dzOf(differences),
  };
}

/** Each with units of its own: Welch's interval, and a permutation of the labels. */
export function unpairedMeans(a: UnitValues, b: UnitValues, scale: Interval, seed: number): Found {
  const [left, right] = [a.map(mean), b.map(mean)];
  const difference = unpairedDifference(left, right);
  const g = hedgesG(left, right);
  return {
    ...onScale(scale, difference, difference),
    p: labelPermutation(left, right, random(seed)),
    test: 'permutation',
    effect: g === undefined ? undefined : { kind: 'g', value: g },
  };
}

/** A row against the value that chance would give: its own interval, moved by that. */
export function meansAgainst(
  units: UnitValues,
  chance: number,
  scale: Interval,
  seed: number,
): Found {
  const values = units.map(mean);
  return pairedMeans(
    values.map((value) => [value]),
    values.map(() => [chance]),
    scale,
    seed,
  );
}

export function differencesOf(a: readonly number[], b: readonly number[]): readonly number[] {
  return zip(a, b).map(([one, other]) => one - other);
}

export function signsOf(differences: readonly number[]): NonNullable<Found['signs']> {
  const up = differences.filter((difference) => difference > 0).length;
  const down = differences.filter((difference) => difference < 0).length;
  return { yes: up, of: up + down };
}

/** The test of differences whose signs a coin could have tossed. */
export function flipped(
  differences: readonly number[],
  seed: number,
): Pick<Found, 'p' | 'test' | 'signs'> {
  const p = signFlip(differences, random(seed));
  return { p, test: 'sign flip', signs: signsOf(differences) };
}

export function dzOf(differences: readonly number[]): Found['effect'] {
  const value = cohenDz(differences);
  return value === undefined ? undefined : { kind: 'd_z', value };
}

/**
 * A difference with its interval, which is left out where it has no width: it says then that nothing varied, not
 * that everything is known. The effect that could have been seen is read from the t interval, and from
 * the other where that has no width.
 * @param plain the same difference with its t interval.
 */
export function onScale(
  [least, highest]: Interval,
  {
    estimate: difference,
    interval,
  }: { readonly estimate: number; readonly interval?: Interval | undefined },
  plain: Difference,
): Pick<Found, 'difference' | 'interval' | 'minimumDetectableEffect'> {
  if (!interval || !hasWidth(interval)) return { difference };
  const most = highest - least;
  const [low, high] = interval;
  return {
    difference,
    // No two values of the measure lie further apart than its scale is wide.
    interval: [Math.max(-most, low), Math.min(most, high)],
    minimumDetectableEffect: Math.max(
      minimumDetectableEffectOf(interval),
      ...(plain.interval ? [minimumDetectableEffectOf(plain.interval, { df: plain.df })] : []),
    ),
  };
}
