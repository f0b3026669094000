import type { Contrast } from '../domain/comparison.ts';
import type { Interval } from '../domain/interval.ts';
import type { Figured } from '../domain/measure.ts';
import { type Difference, pairedDifference, unpairedDifference } from '../statistics/difference.ts';
import { cohenDz, cohenH, hedgesG } from '../statistics/effect-size.ts';
import { fisherExact } from '../statistics/fisher.ts';
import { mcnemarExact } from '../statistics/mcnemar.ts';
import { mean } from '../statistics/mean.ts';
import { detectableFrom } from '../statistics/minimum-detectable-effect.ts';
import { labelPermutation } from '../statistics/permutation.ts';
import { random } from '../statistics/random.ts';
import { share } from '../statistics/share.ts';
import { independentShares, shareDifference } from '../statistics/share-difference.ts';
import { shareTest, smallestShareP } from '../statistics/share-test.ts';
import { signFlip, smallestP } from '../statistics/sign-flip.ts';
import { hasWidth, scaleOf, tallyOf, type Units } from './rows.ts';

type Found = Pick<Contrast, 'difference' | 'interval' | 'effect' | 'p' | 'test' | 'detectable'> & {
  /** Of paired units: how many moved up, and how many moved at all. */
  readonly signs?: { readonly yes: number; readonly of: number } | undefined;
};

/**
 * How two rows differ. Paired by item where they share items: a sign-flip p on the differences of item
 * means (McNemar's where each item is a yes or a no), with Newcombe's interval for shares and a t
 * interval for means. Otherwise Newcombe's or Welch's interval, and a permutation of the labels (Fisher's exact
 * test for a yes or a no). @param seed for the tests that draw.
 */
export function differenceOf(
  a: Units,
  b: Units,
  shared: readonly string[],
  measure: Figured,
  seed: number,
): Found {
  return shared.length > 0
    ? paired(a, b, shared, measure, seed)
    : unpaired([...a.values()], [...b.values()], measure, seed);
}

function paired(
  a: Units,
  b: Units,
  shared: readonly string[],
  measure: Figured,
  seed: number,
): Found {
  const of = (units: Units) => shared.map((key) => units.get(key) ?? []);
  const [left, right] = [of(a).map(mean), of(b).map(mean)];
  const { estimate, interval } =
    measure.kind === 'share'
      ? (shareDifference(of(a).map(tallyOf), of(b).map(tallyOf)) ?? pairedDifference(left, right))
      : pairedDifference(left, right);
  const differences = left.map((value, at) => value - (right[at] ?? 0));
  return {
    ...within(measure, estimate, interval, pairedDifference(left, right)),
    ...tested(measure, differences, seed),
    effect: effectOf(measure, differences, left, right),
  };
}

/**
 * A row against what chance would give. The interval is the row's own, moved by that. Signs are flipped
 * where both sides of chance are alike; a share at another chance than one half has a test of its own.
 */
export function againstChance(units: Units, measure: Figured, chance: number, seed: number): Found {
  const values = [...units.values()].map(mean);
  if (values.length === 0) return {};
  const differences = values.map((value) => value - chance);
  const whole = measure.kind === 'share' ? share([...units.values()].map(tallyOf)) : undefined;
  const plain = pairedDifference(
    values,
    values.map(() => chance),
  );
  const { estimate, interval } = whole
    ? {
        estimate: whole.estimate - chance,
        interval: [whole.interval[0] - chance, whole.interval[1] - chance] as const,
      }
    : plain;
  const dz = cohenDz(differences);
  return {
    ...within(measure, estimate, interval, plain),
    ...(lopsided(measure, chance)
      ? { p: shareTest([...units.values()].map(tallyOf), chance), test: 'binomial' as const }
      : tested(measure, differences, seed)),
    effect: whole
      ? { kind: 'h', value: cohenH(whole.estimate, chance) }
      : Number.isFinite(dz)
        ? { kind: 'd_z', value: dz }
        : undefined,
  };
}

/** The smallest p that a row of so many units can have against chance. */
export function floorAgainst(units: number, measure: Figured, chance: number): number {
  return lopsided(measure, chance) ? smallestShareP(units, chance) : smallestP(units);
}

/** Whether a yes lies further from chance than a no, or nearer; at 0 and 1 there is no chance at all. */
function lopsided({ kind }: Figured, chance: number): boolean {
  return kind === 'share' && chance !== 0.5 && chance > 0 && chance < 1;
}

function tested(measure: Figured, differences: readonly number[], seed: number): Found {
  const up = differences.filter((difference) => difference > 0).length;
  const down = differences.filter((difference) => difference < 0).length;
  const signs = { yes: up, of: up + down };
  const binary = measure.kind === 'share' && differences.every((one) => Number.isInteger(one));
  return binary
    ? { signs, p: mcnemarExact(up, down), test: 'McNemar' }
    : { signs, p: signFlip(differences, random(seed)), test: 'sign flip' };
}

function unpaired(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  measure: Figured,
  seed: number,
): Found {
  if (a.length === 0 || b.length === 0) return {};
  const [left, right] = [a.map(mean), b.map(mean)];
  const plain = unpairedDifference(left, right);
  const { estimate, interval } =
    (measure.kind === 'share' ? independentShares(a.map(tallyOf), b.map(tallyOf)) : undefined) ??
    plain;
  const binary = measure.kind === 'share' && [...left, ...right].every(Number.isInteger);
  const tally = (values: readonly number[]) => tallyOf(values);
  const g = hedgesG(left, right);
  return {
    ...within(measure, estimate, interval, plain),
    p: binary
      ? fisherExact(tally(left), tally(right))
      : labelPermutation(left, right, random(seed)),
    test: binary ? 'Fisher' : 'permutation',
    effect:
      measure.kind === 'share'
        ? { kind: 'h', value: cohenH(mean(left), mean(right)) }
        : Number.isFinite(g)
          ? { kind: 'g', value: g }
          : undefined,
  };
}

function effectOf(
  measure: Figured,
  differences: readonly number[],
  left: readonly number[],
  right: readonly number[],
): Contrast['effect'] {
  if (measure.kind === 'share') return { kind: 'h', value: cohenH(mean(left), mean(right)) };
  const value = cohenDz(differences);
  return Number.isFinite(value) ? { kind: 'd_z', value } : undefined;
}

/**
 * Without a width the interval says that nothing varied, not that everything is known. What could have
 * been seen is read from the t interval, and from the other where that has no width.
 */
function within(
  measure: Figured,
  difference: number,
  interval: Interval | undefined,
  plain: Difference,
): Found {
  if (!interval || !hasWidth(interval)) return { difference };
  const [low, high] = scaleOf(measure);
  const most = high - low;
  return {
    difference,
    // No two values of the measure lie further apart than its scale is wide.
    interval: [Math.max(-most, interval[0]), Math.min(most, interval[1])],
    detectable: Math.max(
      detectableFrom(interval),
      plain.interval ? detectableFrom(plain.interval, { df: plain.df }) : 0,
    ),
  };
}
