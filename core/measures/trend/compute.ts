import type { Contrast, Row } from '../../domain/comparison.ts';
import type { Condition } from '../../domain/probe.ts';
import { mean, meanIfAny, meanInterval } from '../../statistics/mean.ts';
import {
  correlationDetectable,
  detectableFrom,
} from '../../statistics/minimum-detectable-effect.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { spearman } from '../../statistics/rank.ts';
import { signFlip, smallestP } from '../../statistics/sign-flip.ts';
import type { Compute } from '../data.ts';
import type { Point } from '../points.ts';
import { clipped, ended, keyText } from '../rows.ts';
import type { Tested } from '../tested.ts';

/** Two rungs always make a line. */
const LEAST_RUNGS = 3;

interface Trend {
  readonly row: Row;
  /** Spearman's rho of each item over the rungs. */
  readonly rhos: readonly number[];
}

/**
 * How far a measure rises with the rank of the condition: for each item Spearman's rho over the rungs,
 * and its mean over items with a t interval. Tested against none by flipping signs.
 */
export const trend: Compute<'trend'> = (data, measure) => {
  const { points } = data.figure(measure.of);
  const { plan } = data;
  const ladders = Map.groupBy(
    plan.probe.conditions.filter(({ rank }) => rank !== undefined),
    ({ ladder }) => ladder,
  );
  const trends = [...ladders.values()].flatMap((rungs) =>
    plan.subjects.flatMap(({ subjectId }): Trend[] => {
      const own = points.filter(
        ({ key }) => key.subjectId === subjectId && rungs.some((rung) => rung.id === key.condition),
      );
      return own.length === 0 || rungs.length < LEAST_RUNGS ? [] : [trendOf(own, rungs)];
    }),
  );
  return {
    format: 'number',
    scale: [-1, 1],
    chance: 0,
    rows: trends.map(({ row }) => row),
    tested: trends.map(({ row, rhos }) =>
      testedTrend(row, rhos, seedFrom(plan.seed, measure.id, keyText(row))),
    ),
  };
};

function trendOf(points: readonly Point[], rungs: readonly Condition[]): Trend {
  const [first] = points;
  const byItem = Map.groupBy(points, ({ item }) => item);
  const rhos = [...byItem.values()].flatMap((own) => rhoOf(own, rungs) ?? []);
  const estimate = meanIfAny(rhos);
  const ladder = rungs[0]?.ladder;
  const { interval } = meanInterval(rhos);
  const varies = interval !== undefined && interval[1] > interval[0];
  return {
    rhos,
    row: {
      subjectId: first?.key.subjectId ?? '',
      ...(ladder === undefined ? {} : { group: ladder }),
      estimate,
      interval: varies ? clipped(interval, [-1, 1]) : undefined,
      method: 't',
      units: rhos.length,
      unit: 'item',
      ...ended(points),
    },
  };
}

/** 0 where nothing moves over the rungs; undefined where the item was not asked on enough of them. */
function rhoOf(points: readonly Point[], rungs: readonly Condition[]): number | undefined {
  const placed = rungs.flatMap(({ id, rank }) => {
    const values = points.flatMap(({ key, value }) => (key.condition === id ? (value ?? []) : []));
    return values.length > 0 && rank !== undefined ? [{ rank, value: mean(values) }] : [];
  });
  if (placed.length < LEAST_RUNGS) return undefined;
  return (
    spearman(
      placed.map(({ rank }) => rank),
      placed.map(({ value }) => value),
    ) ?? 0
  );
}

function testedTrend(row: Row, rhos: readonly number[], seed: number): Tested {
  const { subjectId, group } = row;
  const contrast: Contrast = {
    a: { subjectId, ...(group === undefined ? {} : { group }) },
    varies: 'chance',
    pairs: row.units,
    unit: 'item',
    difference: row.estimate,
    interval: row.interval,
    p: rhos.length > 0 ? signFlip(rhos, random(seed)) : undefined,
    test: 'sign flip',
    detectable: row.interval
      ? detectableFrom(row.interval, { df: rhos.length - 1 })
      : correlationDetectable(row.units),
    verdict: 'too few',
  };
  return { contrast, floor: smallestP(rhos.length), paired: true };
}
