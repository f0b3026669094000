import type { Row } from '../../domain/comparison.ts';
import { bootstrap } from '../../statistics/bootstrap.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { type VarianceParts, varianceParts } from '../../statistics/repeats.ts';
import type { Computed, Data } from '../data.ts';
import type { FigureMeasure } from '../fields.ts';
import { bare } from '../format.ts';
import { conditionName, subjectName } from '../names.ts';
import type { Point } from '../points.ts';
import { byRow, ended, inPlanOrder, unitsOf } from '../rows.ts';
import type { SpreadMeasure } from './fields.ts';

interface Found {
  readonly row: Row;
  readonly parts: VarianceParts | undefined;
}

/**
 * How much of a measure's variance lies between items: the intraclass correlation of one sample, with a
 * bootstrap interval over items. The rest lies between samples of one item.
 */
export function compute(data: Data, measure: SpreadMeasure): Computed {
  const { plan } = data;
  const { measure: of, points } = data.figure(measure.of);
  const found = [...byRow(points).values()].map((own) => {
    const [{ key }] = own;
    const seed = seedFrom(plan.seed, measure.id, key.subjectId, conditionOf(key));
    return rowOf(own, of, seed);
  });
  return {
    format: 'percent',
    scale: [0, 1],
    rows: found.map(({ row }) => row).toSorted(inPlanOrder(plan)),
    contrasts: [],
    notes: found.flatMap(({ row, parts }) => {
      const where = [
        ...(plan.subjects.length > 1 ? [subjectName(plan, row.subjectId)] : []),
        ...(plan.probe.conditions.length > 1 && row.condition !== undefined
          ? [conditionName(plan, row.condition)]
          : []),
      ].join(' · ');
      return parts ? [`${where === '' ? '' : `${where}: `}${advice(parts)}`] : [];
    }),
  };
}

/** The name of a condition in a seed. */
function conditionOf({ condition = '' }: Point['key']): string {
  return condition;
}

function rowOf(points: readonly [Point, ...Point[]], of: FigureMeasure, seed: number): Found {
  const units = [...unitsOf(points, of).values()];
  const parts = varianceParts(units);
  const about = { ...points[0].key, units: units.length, unit: of.unit, ...ended(points) };
  const estimate = parts && shareOf(parts);
  if (estimate === undefined) return { row: { ...about, method: 'none' }, parts };
  const drawn = (some: typeof units) => {
    const own = varianceParts(some);
    return own && shareOf(own);
  };
  const interval = bootstrap(units, (some) => drawn([...some]), random(seed));
  const method = interval ? 'bootstrap' : 'none';
  return { row: { ...about, estimate, interval, method }, parts };
}

/** Undefined where nothing varies. */
function shareOf({ between, within }: VarianceParts): number | undefined {
  const all = between + within;
  return all > 0 ? between / all : undefined;
}

/** How much narrower an interval gets with more samples of each item (Miller 2024, section 3). */
function advice({ between, within }: VarianceParts): string {
  const width = (samples: number) => Math.sqrt(between + within / samples);
  const narrower = (samples: number) => {
    // Where nothing varies at all, no samples make anything narrower.
    const share = width(1) > 0 ? 1 - width(samples) / width(1) : 0;
    return Math.round(100 * share);
  };
  const [sdBetween, sdWithin] = [Math.sqrt(between), Math.sqrt(within)];
  return (
    `standard deviation ${bare(sdBetween, 2)} between items and ${bare(sdWithin, 2)} between samples of one; ` +
    `2 samples of each item make an interval ${narrower(2)} % narrower, 5 samples ${narrower(5)} %.`
  );
}
