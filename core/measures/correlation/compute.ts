import type { Contrast, Row } from '../../domain/comparison.ts';
import { bootstrap } from '../../statistics/bootstrap.ts';
import { variance } from '../../statistics/mean.ts';
import {
  correlationDetectable,
  detectableFrom,
} from '../../statistics/minimum-detectable-effect.ts';
import { drawnP } from '../../statistics/monte-carlo.ts';
import { type Random, random, seedFrom } from '../../statistics/random.ts';
import { ranks, spearman } from '../../statistics/rank.ts';
import type { Compute } from '../data.ts';
import { bare } from '../format.ts';
import { subjectName } from '../names.ts';
import type { Point } from '../points.ts';
import { ended } from '../rows.ts';
import type { Tested } from '../tested.ts';
import { type Cell, overConditions, overItems } from './cells.ts';

const SLACK = 1e-12;
/** Ranks of resampled cells are found anew, which takes longer than a mean does. */
const DRAWS = 999;

/**
 * Spearman's rho of two measures over cells. Over items: a cell an item and step. Over conditions: a
 * cell a condition and group, each as its difference from the baseline. Whole units are dealt anew for
 * the p, and drawn anew for the interval, since the cells of one hang together.
 */
export const correlation: Compute<'correlation'> = (data, measure) => {
  const { plan } = data;
  const { under } = measure;
  const [x = [], y = []] = [measure.x, measure.y].map((id) =>
    data.figure(id).points.filter(({ key }) => (under ?? key.condition) === key.condition),
  );
  const cellsOf = measure.over === 'items' ? overItems : overConditions;
  const labels = [measure.x, measure.y].map((id) => data.figure(id).measure.label);
  const found = plan.subjects.flatMap(({ subjectId }) => {
    const mine = (points: readonly Point[]) =>
      points.filter(({ key }) => key.subjectId === subjectId);
    const cells = cellsOf(data, mine(x), mine(y));
    if (mine(x).length === 0) return [];
    const seed = seedFrom(plan.seed, measure.id, subjectId);
    const row = rowOf(subjectId, cells, [...mine(x), ...mine(y)], measure.over, seed);
    return [{ row, cells, seed }];
  });
  return {
    format: 'number',
    scale: [-1, 1],
    chance: 0,
    rows: found.map(({ row }) => row),
    tested: found.map(({ row, cells, seed }) => tested(row, cells, seed)),
    notes:
      measure.over === 'conditions'
        ? found.flatMap(({ row, cells }) =>
            effectNotes(subjectName(plan, row.subjectId), cells, labels),
          )
        : [],
  };
};

function rhoOf(cells: readonly Cell[]): number | undefined {
  return spearman(
    cells.map(({ x }) => x),
    cells.map(({ y }) => y),
  );
}

function unitsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  return [...Map.groupBy(cells, ({ unit }) => unit).values()];
}

function rowOf(
  subjectId: string,
  cells: readonly Cell[],
  points: readonly Point[],
  over: 'items' | 'conditions',
  seed: number,
): Row {
  const units = unitsOf(cells);
  const estimate = cells.length > 2 ? rhoOf(cells) : undefined;
  const drawn =
    estimate === undefined
      ? undefined
      : bootstrap(
          units,
          (some) => rhoOf(some.flat()) ?? 0,
          random(seedFrom(seed, 'bootstrap')),
          undefined,
          DRAWS,
        );
  return {
    subjectId,
    estimate,
    interval: drawn,
    method: drawn ? 'bootstrap' : 'none',
    units: units.length,
    unit: over === 'items' ? 'item' : 'condition',
    ...ended(points),
  };
}

function tested(row: Row, cells: readonly Cell[], seed: number): Tested {
  const units = unitsOf(cells);
  const contrast: Contrast = {
    a: { subjectId: row.subjectId },
    varies: 'chance',
    pairs: units.length,
    unit: row.unit,
    difference: row.estimate,
    interval: row.interval,
    p: row.estimate === undefined ? undefined : dealtP(cells, random(seed)),
    test: 'permutation',
    detectable: row.interval ? detectableFrom(row.interval) : correlationDetectable(units.length),
    verdict: 'too few',
  };
  return { contrast, floor: 2 / factorial(units.length), paired: true, least: leastOf };
}

/**
 * The p of a correlation of ranks where the y of whole units are dealt to other units, part by part. A
 * unit that lacks a part counts there as neither high nor low to whom it is dealt.
 */
function dealtP(cells: readonly Cell[], random: Random): number {
  const centred = (values: readonly number[]) => {
    const own = ranks(values);
    return own.map((rank) => rank - (values.length + 1) / 2);
  };
  const [x, y] = [centred(cells.map((cell) => cell.x)), centred(cells.map((cell) => cell.y))];
  const names = [...new Set(cells.map(({ part }) => part))];
  const rows = (values: readonly number[]) =>
    [...Map.groupBy(cells.keys(), (at) => cells[at]?.unit).values()].map((own) => {
      const byPart = new Map(own.map((at) => [cells[at]?.part, values[at] ?? 0]));
      return names.map((name) => byPart.get(name) ?? 0);
    });
  const [left, right] = [rows(x), rows(y)];
  const together = (others: readonly (readonly number[])[]) => {
    let sum = 0;
    for (let unit = 0; unit < left.length; unit++) {
      const [one = [], other = []] = [left[unit], others[unit]];
      for (let part = 0; part < one.length; part++) sum += (one[part] ?? 0) * (other[part] ?? 0);
    }
    return Math.abs(sum);
  };
  const seen = together(right) - SLACK;
  return drawnP(() => together(random.shuffle(right)) >= seen);
}

/** Of units dealt anew, how many are needed before a p can be under alpha. */
function leastOf(alpha: number): number {
  let units = 2;
  while (2 / factorial(units) > alpha) units += 1;
  return units;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** Signs that agree, and how far the one moves for the other: of measures on one scale. */
function effectNotes(
  name: string,
  cells: readonly Cell[],
  [x, y]: readonly string[],
): readonly string[] {
  if (cells.length < 2) return [];
  const moved = cells.filter(({ x, y }) => x !== 0 && y !== 0);
  const agree = moved.filter(({ x, y }) => Math.sign(x) === Math.sign(y)).length;
  const ratio = Math.sqrt(variance(cells.map(({ y }) => y)) / variance(cells.map(({ x }) => x)));
  const far = Number.isFinite(ratio)
    ? ` “${y}” moves ${bare(ratio, 2)} times as far as “${x}”.`
    : '';
  return [`${name}: both move the same way in ${agree} of ${moved.length} cells.${far}`];
}
