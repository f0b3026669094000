import type { Interval } from '../../domain/interval.ts';
import { pairedDifference, unpairedDifference } from '../../statistics/difference.ts';
import { cohenH } from '../../statistics/effect-size.ts';
import { fisherExact } from '../../statistics/fisher.ts';
import { mcnemarExact } from '../../statistics/mcnemar.ts';
import { mean } from '../../statistics/mean.ts';
import { labelPermutation } from '../../statistics/permutation.ts';
import { random } from '../../statistics/random.ts';
import { share, type Tally } from '../../statistics/share.ts';
import { independentShares, shareDifference } from '../../statistics/share-difference.ts';
import { shareTest, smallestShareP } from '../../statistics/share-test.ts';
import { smallestP } from '../../statistics/sign-flip.ts';
import type { Found, UnitValues } from '../figure-kind.ts';
import { differencesOf, flipped, onScale, signsOf } from '../means.ts';

const SCALE: Interval = [0, 1];

export function tallyOf(unit: readonly number[]): Tally {
  return { yes: unit.filter((value) => value === 1).length, of: unit.length };
}

/** Paired by item: Newcombe's interval, and McNemar's test where each item is a yes or a no. */
export function pairedShares(a: UnitValues, b: UnitValues, seed: number): Found {
  const [left, right] = [a.map(mean), b.map(mean)];
  const plain = pairedDifference(left, right);
  return {
    ...onScale(SCALE, shareDifference(a.map(tallyOf), b.map(tallyOf)) ?? plain, plain),
    ...tested(differencesOf(left, right), seed),
    effect: { kind: 'h', value: cohenH(mean(left), mean(right)) },
  };
}

function tested(differences: readonly number[], seed: number) {
  if (!differences.every(Number.isInteger)) return flipped(differences, seed);
  const signs = signsOf(differences);
  const p = mcnemarExact(signs.yes, signs.of - signs.yes);
  return { p, test: 'McNemar', signs } as const;
}

/** Each with items of its own: Newcombe's interval, and Fisher's exact test where each is a yes or a no. */
export function unpairedShares(a: UnitValues, b: UnitValues, seed: number): Found {
  const [left, right] = [a.map(mean), b.map(mean)];
  const plain = unpairedDifference(left, right);
  const binary = [...left, ...right].every(Number.isInteger);
  return {
    ...onScale(SCALE, independentShares(a.map(tallyOf), b.map(tallyOf)) ?? plain, plain),
    p: binary
      ? fisherExact(tallyOf(left), tallyOf(right))
      : labelPermutation(left, right, random(seed)),
    test: binary ? 'Fisher' : 'permutation',
    effect: { kind: 'h', value: cohenH(mean(left), mean(right)) },
  };
}

/**
 * A share against a chance. Signs are flipped where both sides of chance are alike; a share at another
 * chance than one half has a test of its own.
 */
export function shareAgainst(units: UnitValues, chance: number, seed: number): Found {
  const values = units.map(mean);
  const even = values.map(() => chance);
  const plain = pairedDifference(values, even);
  const whole = share(units.map(tallyOf));
  if (!whole) throw new RangeError('a row without units has no share');
  const [low, high] = whole.interval;
  const moved = {
    estimate: whole.estimate - chance,
    interval: [low - chance, high - chance],
  } as const;
  return {
    ...onScale(SCALE, moved, plain),
    ...(isLopsided(chance)
      ? { p: binomialP(units, chance), test: 'binomial' }
      : tested(differencesOf(values, even), seed)),
    effect: { kind: 'h', value: cohenH(whole.estimate, chance) },
  };
}

function binomialP(units: UnitValues, chance: number): number {
  const p = shareTest(units.map(tallyOf), chance);
  if (p === undefined) throw new RangeError('a row without units has no test');
  return p;
}

/** The smallest p of so many units against a chance. */
export function floorAgainst(units: number, chance: number): number {
  return isLopsided(chance) ? smallestShareP(units, chance) : smallestP(units);
}

/** A yes lies further from chance than a no, or nearer; at 0 and 1 there is no chance at all. */
function isLopsided(chance: number): boolean {
  return chance !== 0.5 && chance > 0 && chance < 1;
}
