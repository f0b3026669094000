import type { Row } from '../../domain/comparison.ts';
import { bootstrap } from '../../statistics/bootstrap.ts';
import { variance } from '../../statistics/mean.ts';
import {
  minimumDetectableCorrelation,
  minimumDetectableEffectOf,
} from '../../statistics/minimum-detectable-effect.ts';
import { random, seedFrom } from '../../statistics/random.ts';
import { spearman } from '../../statistics/rank.ts';
import type { Computed, Data } from '../data.ts';
import { bare } from '../format.ts';
import { subjectName } from '../names.ts';
import type { Point } from '../points.ts';
import { ended } from '../rows.ts';
import { fewest, type UncorrectedContrast } from '../uncorrected.ts';
import { type Cell, overConditions, overItems } from './cells.ts';
import type { CorrelationMeasure } from './fields.ts';
import { dealtP } from './permutation.ts';

/** Ranks of resampled cells are found anew, which takes longer than a mean does. */
const DRAWS = 999;
/** Two cells always lie on a line. */
const LEAST_CELLS = 3;

interface Found {
  readonly row: Row;
  readonly contrast: UncorrectedContrast;
  readonly cells: readonly Cell[];
}

/**
 * Spearman's rho of two measures over cells. Over items: a cell an item and step. Over conditions: a
 * cell a condition and group, each as its difference from the baseline. Whole units are dealt anew for
 * the p, and drawn anew for the interval, since the cells of one hang together.
 */
export function compute(data: Data, measure: CorrelationMeasure): Computed {
  const { plan } = data;
  const { under, over } = measure;
  const [x, y] = [data.figure(measure.x), data.figure(measure.y)];
  const cellsOf = over === 'items' ? overItems : overConditions;
  const found = plan.subjects.flatMap(({ subjectId }): Found[] => {
    const mine = (points: readonly Point[]) =>
      points.filter(
        ({ key }) => key.subjectId === subjectId && (under ?? key.condition) === key.condition,
      );
    const [ofX, ofY] = [mine(x.points), mine(y.points)];
    if (ofX.length === 0) return [];
    const cells = cellsOf(plan, ofX, ofY);
    const about: About = {
      subjectId,
      unit: over === 'items' ? 'item' : 'condition',
      labels: [x.measure.label, y.measure.label],
      seed: seedFrom(plan.seed, measure.id, subjectId),
    };
    return [{ ...foundIn(cells, about, [...ofX, ...ofY]), cells }];
  });
  return {
    format: 'number',
    scale: [-1, 1],
    chance: 0,
    rows: found.map(({ row }) => row),
    contrasts: found.map(({ contrast }) => contrast),
    notes:
      over === 'conditions'
        ? found.flatMap(({ row, cells }) =>
            effectNotes(subjectName(plan, row.subjectId), cells, x.measure.label, y.measure.label),
          )
        : [],
  };
}

function rhoOf(cells: readonly Cell[]): number | undefined {
  return spearman(
    cells.map(({ x }) => x),
    cells.map(({ y }) => y),
  );
}

interface About extends Pick<Row, 'subjectId' | 'unit'> {
  readonly labels: readonly [x: string, y: string];
  readonly seed: number;
}

function foundIn(
  cells: readonly Cell[],
  { subjectId, unit, labels, seed }: About,
  points: readonly Point[],
): Omit<Found, 'cells'> {
  const units = [...Map.groupBy(cells, (cell) => cell.unit).values()];
  const many = units.length;
  const about = { subjectId, units: many, unit, ...ended(points) };
  const rows = { a: { subjectId }, varies: 'chance', pairs: many, unit } as const;
  const needs = fewest(floorOf);
  const row: Row = { ...about, method: 'none' };
  if (cells.length < LEAST_CELLS) return { row, contrast: { state: 'too few', rows, needs } };
  const estimate = rhoOf(cells);
  if (estimate === undefined) {
    const still = labels[new Set(cells.map(({ x }) => x)).size > 1 ? 1 : 0];
    const reason = `“${still}” is the same everywhere, so that nothing goes together with it`;
    return { row, contrast: { state: 'not comparable', rows, reason, isPartial: false } };
  }
  const interval = bootstrap(
    units,
    (some) => rhoOf(some.flat()),
    random(seedFrom(seed, 'bootstrap')),
    undefined,
    DRAWS,
  );
  const found = {
    difference: estimate,
    interval,
    p: dealtP(cells, random(seed)),
    test: 'permutation',
    minimumDetectableEffect: interval
      ? minimumDetectableEffectOf(interval)
      : minimumDetectableCorrelation(many),
  } as const;
  return {
    row: { ...row, estimate, interval, method: interval ? 'bootstrap' : 'none' },
    contrast: { state: 'tested', rows, found, floor: floorOf(many), needs },
  };
}

/** The smallest p of so many units that are dealt anew. */
function floorOf(units: number): number {
  let ways = 1;
  for (let unit = 2; unit <= units; unit++) ways *= unit;
  return 2 / ways;
}

/** Signs that agree, and how far the one moves for the other: of measures on one scale. */
function effectNotes(
  name: string,
  cells: readonly Cell[],
  x: string,
  y: string,
): readonly string[] {
  if (cells.length < 2) return [];
  const moved = cells.filter((cell) => cell.x !== 0 && cell.y !== 0);
  const agree = moved.filter((cell) => Math.sign(cell.x) === Math.sign(cell.y)).length;
  const [ofX, ofY] = [variance(cells.map((cell) => cell.x)), variance(cells.map((cell) => cell.y))];
  const far =
    ofX > 0 ? ` “${y}” moves ${bare(Math.sqrt(ofY / ofX), 2)} times as far as “${x}”.` : '';
  return [`${name}: both move the same way in ${agree} of ${moved.length} cells.${far}`];
}
