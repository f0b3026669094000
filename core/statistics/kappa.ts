import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { at, sum, zip } from './lists.ts';
import { criticalValue } from './quantile.ts';

export interface Agreement {
  /** The share of pairs that agree. */
  readonly agreement: number;
  /** Agreement beyond chance, 1 at most. Absent where chance alone would always agree. */
  readonly kappa?: number | undefined;
  /** Of kappa; 0 where all pairs agree, which says nothing of how sure that is. */
  readonly standardError?: number | undefined;
  readonly interval?: Interval | undefined;
  readonly pairs: number;
}

/** Pairs by what the first and what the second said: a square of counts, which need not be whole. */
type Table = readonly (readonly number[])[];

/** So many made-up pairs, spread over all cells, keep the interval honest in small samples. */
const MADE_UP = 2;

/**
 * The agreement of two ratings of the same things (Cohen 1960), with the standard error of Fleiss, Cohen
 * and Everitt (1969). Their interval covers in 50 to 92 % of simulated runs of 12 to 20 pairs; with two
 * made-up pairs and Student's t, as here, in 95 to 99 %. Undefined without pairs.
 */
export function cohenKappa(
  pairs: readonly (readonly [number | string, number | string])[],
  level: number = LEVEL,
): Agreement | undefined {
  const n = pairs.length;
  if (n === 0) return undefined;
  const labels = [...new Set(pairs.flat())];
  const table = labels.map((first) =>
    labels.map((second) => pairs.filter(([a, b]) => a === first && b === second).length),
  );
  const agreement = pairs.filter(([a, b]) => a === b).length / n;
  const found = kappaOf(table);
  if (!found) return { agreement, kappa: undefined, pairs: n };
  return { agreement, ...found, interval: intervalOf(table, found.kappa, n, level), pairs: n };
}

function intervalOf(table: Table, kappa: number, n: number, level: number): Interval | undefined {
  const more = MADE_UP / table.length ** 2;
  const padded = kappaOf(table.map((row) => row.map((count) => count + more)));
  if (n < 2 || !padded) return undefined;
  const half = criticalValue(level, n - 1) * padded.standardError;
  return [
    Math.max(-1, Math.min(kappa, padded.kappa - half)),
    Math.min(1, Math.max(kappa, padded.kappa + half)),
  ];
}

function kappaOf(table: Table): { kappa: number; standardError: number } | undefined {
  const n = sum(table.flat());
  const shares = table.map((row) => row.map((count) => count / n));
  const first = shares.map(sum);
  const second = shares.map((_, label) => sum(shares.map((row) => at(row, label))));
  const agreed = sum(shares.map((row, label) => at(row, label)));
  const byChance = sum(zip(first, second).map(([one, other]) => one * other));
  if (byChance >= 1) return undefined;
  const [rest, missed] = [1 - byChance, 1 - agreed];
  const spread = shares.flatMap((row, a) =>
    row.map((share, b) =>
      a === b
        ? share * (rest - (at(first, a) + at(second, a)) * missed) ** 2
        : share * missed ** 2 * (at(second, a) + at(first, b)) ** 2,
    ),
  );
  const variance = sum(spread) - (agreed * byChance - 2 * byChance + agreed) ** 2;
  return {
    kappa: (agreed - byChance) / rest,
    standardError: Math.sqrt(Math.max(0, variance) / n) / rest ** 2,
  };
}
