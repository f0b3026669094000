import type { Random } from '../../core/statistics/random.ts';

/** How a distribution is bent before it is sampled from: 1 and 1 leave it as it is. */
export interface Sampling {
  readonly temperature: number;
  readonly topP: number;
}

function nucleus(shares: readonly number[], topP: number): number[] {
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const kept = new Set<number>();
  let mass = 0;
  for (const at of order) {
    if (kept.size > 0 && mass >= topP) break;
    kept.add(at);
    mass += shares[at] ?? 0;
  }
  return shares.map((share, at) => (kept.has(at) ? share : 0));
}

function normalise(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Colder than this is the same as 0, and would overflow. */
const COLDEST = 1e-3;

/** Temperature, then nucleus. Temperature 0 leaves only the likeliest, the first of equals. */
export function bend(shares: readonly number[], { temperature, topP }: Sampling): number[] {
  const most = Math.max(...shares);
  if (temperature < COLDEST) {
    const best = shares.indexOf(most);
    return shares.map((_, at) => (at === best ? 1 : 0));
  }
  const heated = shares.map((share) => (share / most) ** (1 / temperature));
  return normalise(nucleus(normalise(heated), topP));
}

/** Makes every choice of one answer. */
export interface Chooser {
  /** The index of one of the shares, which sum to 1. */
  pick(shares: readonly number[]): number;
  chance(probability: number): boolean;
  /** Not bent: for noise that is no choice of words. */
  unit(): number;
}

export function chooser(random: Random, sampling: Sampling): Chooser {
  const pick = (shares: readonly number[]): number => {
    const bent = bend(shares, sampling);
    let left = random.unit();
    for (const [at, share] of bent.entries()) {
      if (left < share) return at;
      left -= share;
    }
    return bent.findLastIndex((share) => share > 0);
  };
  return {
    pick,
    chance: (probability) => pick([probability, 1 - probability]) === 0,
    unit: random.unit,
  };
}
