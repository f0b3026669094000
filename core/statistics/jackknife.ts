import type { Interval } from '../domain/interval.ts';
import { LEVEL } from './interval.ts';
import { mean } from './mean.ts';
import { criticalValue } from './quantile.ts';

export interface Jackknifed {
  /** Without most of the bias that a statistic has in few items. */
  readonly estimate: number;
  readonly standardError: number;
  /** A t interval, with as many degrees of freedom as the smallest group has items but one. */
  readonly interval: Interval;
}

/**
 * A statistic and how far it can be trusted, from leaving out one item after the other (Quenouille 1956;
 * Tukey 1958). For one set of items, or several independent ones. Undefined below two items in any.
 * @param statistic of the groups; give whole items with all their samples.
 */
export function jackknife<T>(
  groups: readonly (readonly T[])[],
  statistic: (groups: readonly (readonly T[])[]) => number,
  level: number = LEVEL,
): Jackknifed | undefined {
  const least = Math.min(...groups.map((group) => group.length));
  if (!(least > 1)) return undefined;
  let estimate = statistic(groups);
  const whole = estimate;
  let variance = 0;
  groups.forEach((group, place) => {
    const without = group.map((_, at) => {
      const rest = group.filter((_one, other) => other !== at);
      return statistic(groups.map((one, which) => (which === place ? rest : one)));
    });
    const centre = mean(without);
    const share = (group.length - 1) / group.length;
    estimate -= (group.length - 1) * (centre - whole);
    variance += share * without.reduce((sum, one) => sum + (one - centre) ** 2, 0);
  });
  const standardError = Math.sqrt(variance);
  const half = criticalValue(level, least - 1) * standardError;
  return { estimate, standardError, interval: [estimate - half, estimate + half] };
}
