import type { Row } from '../../domain/comparison.ts';
import type { Condition } from '../../domain/probe.ts';
import { mean, meanInterval } from '../../statistics/mean.ts';
import {
  minimumDetectableCorrelation,
  minimumDetectableEffectOf,
} from '../../statistics/minimum-detectable-effect.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { spearman } from '../../statistics/rank.ts';
import { signFlip, smallestP } from '../../statistics/sign-flip.ts';
import type { Computed, Data } from '../data.ts';
import type { Point } from '../points.ts';
import { clipped, ended, keyText } from '../rows.ts';
import { needsOf, type UncorrectedContrast } from '../uncorrected.ts';
import type { TrendMeasure } from './fields.ts';

/** Two rungs always make a line. */
export const LEAST_RUNGS = 3;

interface Trend {
  readonly row: Row;
  readonly contrast: UncorrectedContrast;
}

/**
 * How far a measure rises with the rank of the condition: for each item Spearman's rho over the rungs,
 * and its mean over items with a t interval. Tested against none by flipping signs.
 */
export function compute(data: Data, measure: TrendMeasure): Computed {
  const { points } = data.figure(measure.of);
  const { plan } = data;
  const ladders = Map.groupBy(
    plan.probe.conditions.filter(({ rank }) => rank !== undefined),
    ({ ladder }) => ladder,
  );
  const trends = [...ladders].flatMap(([ladder, rungs]) =>
    plan.subjects.flatMap(({ subjectId }): Trend[] => {
      const own = points.filter(
        ({ key }) => key.subjectId === subjectId && rungs.some((rung) => rung.id === key.condition),
      );
      if (own.length === 0 || rungs.length < LEAST_RUNGS) return [];
      const key = { subjectId, ...(ladder === undefined ? {} : { group: ladder }) };
      return [trendOf(key, own, rungs, seedFrom(plan.seed, measure.id, keyText(key)))];
    }),
  );
  return {
    format: 'number',
    scale: [-1, 1],
    chance: 0,
    rows: trends.map(({ row }) => row),
    contrasts: trends.map(({ contrast }) => contrast),
  };
}

function trendOf(
  key: Pick<Row, 'subjectId' | 'group'>,
  points: readonly Point[],
  rungs: readonly Condition[],
  seed: number,
): Trend {
  const byItem = Map.groupBy(points, ({ item }) => item);
  const rhos = [...byItem.values()].flatMap((own) => rhoOf(own, rungs) ?? []);
  const units = rhos.length;
  const about = { ...key, method: 't', units, unit: 'item', ...ended(points) } as const;
  const rows = { a: key, varies: 'chance', pairs: units, unit: 'item' } as const;
  const needs = needsOf(true);
  if (units === 0) return { row: about, contrast: { state: 'too few', rows, needs } };
  const { estimate, interval: whole } = meanInterval(rhos);
  const varies = whole !== undefined && whole[1] > whole[0];
  const interval = varies ? clipped(whole, [-1, 1]) : undefined;
  const found = {
    difference: estimate,
    interval,
    p: signFlip(rhos, random(seed)),
    test: 'sign flip',
    minimumDetectableEffect: interval
      ? minimumDetectableEffectOf(interval, { df: units - 1 })
      : minimumDetectableCorrelation(units),
  } as const;
  return {
    row: { ...about, estimate, interval },
    contrast: { state: 'tested', rows, found, floor: smallestP(units), needs },
  };
}

/** 0 where nothing moves over the rungs; undefined where the item was not asked on enough of them. */
function rhoOf(points: readonly Point[], rungs: readonly Condition[]): number | undefined {
  const placed = rungs.flatMap(({ id, rank }) => {
    const own = points.filter(({ key }) => key.condition === id);
    const values = own.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return values.length > 0 && rank !== undefined ? [{ rank, value: mean(values) }] : [];
  });
  if (placed.length < LEAST_RUNGS) return undefined;
  const rho = spearman(
    placed.map(({ rank }) => rank),
    placed.map(({ value }) => value),
  );
  // That an item stays where it is, whatever the rung, says that there is no trend in it.
  return rho === undefined ? 0 : rho;
}
