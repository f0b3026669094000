import { mean } from '../../statistics/mean.ts';
import type { Data } from '../data.ts';
import type { Point } from '../points.ts';

/** A pair of values, and the unit (an item or a condition) that it belongs to. */
export interface Cell {
  readonly unit: string;
  /** What tells the unit's own cells apart: a condition and a step, or a group. */
  readonly part: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Without what a part (a trait) has over all items: that every item is rated kind, and kind hardly moves,
 * says nothing of whether the items that are rated kinder move it more.
 */
export function overItems(_: Data, x: readonly Point[], y: readonly Point[]): readonly Cell[] {
  const place = ({ item, key }: Point) => `${key.condition}\u0000${item}\u0000${key.step ?? ''}`;
  const cells = matched(means(x, place), means(y, place)).map(([name, a, b]): Cell => {
    const [condition, item, step] = name.split('\u0000');
    // An item is one unit under however many conditions it was asked.
    return { unit: item ?? '', part: `${condition}/${step}`, x: a, y: b };
  });
  return [...Map.groupBy(cells, ({ part }) => part).values()].flatMap((own) => {
    const [meanX, meanY] = [mean(own.map((cell) => cell.x)), mean(own.map((cell) => cell.y))];
    return own.map((cell) => ({ ...cell, x: cell.x - meanX, y: cell.y - meanY }));
  });
}

/** Each condition's difference from the baseline; rewordings are no conditions of their own. */
export function overConditions(
  { plan }: Data,
  x: readonly Point[],
  y: readonly Point[],
): readonly Cell[] {
  const place = ({ key }: Point) => `${key.condition}\u0000${key.group ?? ''}`;
  const [a, b] = [means(x, place), means(y, place)];
  const { baseline, conditions } = plan.probe;
  const rewordings = new Set(
    conditions.flatMap(({ id, paraphrases }) => (paraphrases === undefined ? [] : [id])),
  );
  return matched(a, b).flatMap(([name, ofX, ofY]) => {
    const [condition = '', group = ''] = name.split('\u0000');
    const [fromX, fromY] = [a, b].map((all) => all.get(`${baseline}\u0000${group}`));
    if (condition === baseline || rewordings.has(condition)) return [];
    if (fromX === undefined || fromY === undefined) return [];
    return [{ unit: condition, part: group, x: ofX - fromX, y: ofY - fromY }];
  });
}

/** The mean at each place, items first, so that an item asked more often does not count more. */
function means(
  points: readonly Point[],
  place: (point: Point) => string,
): ReadonlyMap<string, number> {
  const there = points.filter(({ value }) => value !== undefined);
  return new Map(
    [...Map.groupBy(there, place)].map(([name, own]) => [
      name,
      mean(
        [...Map.groupBy(own, ({ item }) => item).values()].map((item) =>
          mean(item.flatMap(({ value }) => value ?? [])),
        ),
      ),
    ]),
  );
}

function matched(
  x: ReadonlyMap<string, number>,
  y: ReadonlyMap<string, number>,
): readonly (readonly [string, number, number])[] {
  return [...x].flatMap(([name, a]) => {
    const b = y.get(name);
    return b === undefined ? [] : [[name, a, b] as const];
  });
}
