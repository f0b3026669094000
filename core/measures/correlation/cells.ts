import type { Plan } from '../../domain/plan.ts';
import { mean } from '../../statistics/mean.ts';
import type { Point } from '../points.ts';

/** A pair of values, and the unit (an item or a condition) that it belongs to. */
export interface Cell {
  readonly unit: string;
  /** The name that tells the unit's own cells apart: a condition and a step, or a group. */
  readonly part: string;
  readonly x: number;
  readonly y: number;
}

/** The place of a cell, and its name among all of them. */
type Place = Pick<Cell, 'unit' | 'part'>;

/**
 * Without what a part (a trait) has over all items: that every item is rated kind, and kind hardly moves,
 * says nothing of whether the items that are rated kinder move it more.
 */
export function overItems(_: Plan, x: readonly Point[], y: readonly Point[]): readonly Cell[] {
  // An item is one unit under however many conditions it was asked.
  const place = ({ item, key: { condition = '', step = '' } }: Point): Place => ({
    unit: item,
    part: `${condition}/${step}`,
  });
  const cells = matched(meansAt(x, place), meansAt(y, place));
  return [...Map.groupBy(cells, ({ part }) => part).values()].flatMap((own) => {
    const [meanX, meanY] = [mean(own.map((cell) => cell.x)), mean(own.map((cell) => cell.y))];
    return own.map((cell) => ({ ...cell, x: cell.x - meanX, y: cell.y - meanY }));
  });
}

/** Each condition's difference from the baseline; rewordings are no conditions of their own. */
export function overConditions(
  { probe: { baseline, conditions } }: Plan,
  x: readonly Point[],
  y: readonly Point[],
): readonly Cell[] {
  const place = ({ key: { condition = '', group = '' } }: Point): Place => ({
    unit: condition,
    part: group,
  });
  const rewordings = new Set(
    conditions.flatMap(({ id, paraphrases }) => (paraphrases === undefined ? [] : [id])),
  );
  const [a, b] = [meansAt(x, place), meansAt(y, place)];
  const bases = new Map(
    matched(a, b).flatMap((cell) => (cell.unit === baseline ? [[cell.part, cell]] : [])),
  );
  return matched(a, b).flatMap((cell) => {
    const base = bases.get(cell.part);
    if (!base || cell.unit === baseline || rewordings.has(cell.unit)) return [];
    return [{ ...cell, x: cell.x - base.x, y: cell.y - base.y }];
  });
}

interface MeanAt extends Place {
  readonly value: number;
}

/** The mean at each place, items first, so that an item asked more often does not count more. */
function meansAt(
  points: readonly Point[],
  place: (point: Point) => Place,
): ReadonlyMap<string, MeanAt> {
  const there = points.flatMap((point) => {
    const { value, item } = point;
    return value === undefined ? [] : [{ ...place(point), item, value }];
  });
  const byPlace = Map.groupBy(there, ({ unit, part }) => `${part}\u0000${unit}`);
  return new Map(
    [...byPlace].map(([name, own]) => {
      const items = [...Map.groupBy(own, ({ item }) => item).values()];
      const value = mean(items.map((item) => mean(item.map((one) => one.value))));
      const [{ unit, part } = { unit: '', part: '' }] = own;
      return [name, { unit, part, value }];
    }),
  );
}

function matched(x: ReadonlyMap<string, MeanAt>, y: ReadonlyMap<string, MeanAt>): readonly Cell[] {
  return [...x].flatMap(([name, { value, ...place }]) => {
    const other = y.get(name);
    return other === undefined ? [] : [{ ...place, x: value, y: other.value }];
  });
}
