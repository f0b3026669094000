import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** A number in [0, 1) with 32 bits. */
  unit(): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** A shuffled copy (Fisher and Yates). */
  shuffle<T>(list: readonly T[]): T[];
}

/** A 32-bit seed from any parts, such as a run's seed and a trial's id. Stable across versions. */
export function seedFrom(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join('\u0000')).digest().readUInt32BE(0);
}

export function random(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  const below = (bound: number): number => uniformInt(generator, 0, bound - 1);
  return {
    below,
    unit: () => below(2 ** 32) / 2 ** 32,
    pick: (list) => list[below(list.length)] ?? list[0],
    shuffle: (list) => {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [copy[last], copy[other]] = [copy[other] as never, copy[last] as never];
      }
      return copy;
    },
  };
}
