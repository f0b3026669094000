import type { Row, RowKey } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { keyText } from '../measures/rows.ts';

/**
 * How far mere rewordings of a condition move a measure: the largest gap between a condition and one that
 * says the same in other words. By subject and group; nothing where the probe has no rewordings.
 */
export function paraphraseNoise(
  plan: Plan,
  rows: readonly Row[],
  gap: (a: RowKey, b: RowKey) => number | undefined = differenceIn(rows),
): ReadonlyMap<string, number> {
  const byKey = new Map(rows.map((row) => [keyText(row), row]));
  const gaps = plan.probe.conditions.flatMap(({ id, paraphrases }) => {
    if (paraphrases === undefined) return [];
    return rows.flatMap((row) => {
      const same =
        row.condition === id ? byKey.get(keyText({ ...row, condition: paraphrases })) : undefined;
      const size = same && gap(row, same);
      return size === undefined ? [] : [{ key: noiseKey(row), size }];
    });
  });
  const byRow = Map.groupBy(gaps, ({ key }) => key);
  return new Map([...byRow].map(([key, own]) => [key, Math.max(...own.map(({ size }) => size))]));
}

/** The key of a row's noise. */
export function noiseKey({ subjectId, group = '' }: Pick<Row, 'subjectId' | 'group'>): string {
  return `${subjectId}\u0000${group}`;
}

function differenceIn(rows: readonly Row[]) {
  const estimates = new Map(rows.map((row) => [keyText(row), row.estimate]));
  return (...keys: [RowKey, RowKey]): number | undefined => {
    const [a, b] = keys.map((key) => estimates.get(keyText(key)));
    return a === undefined || b === undefined ? undefined : Math.abs(a - b);
  };
}
