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
  const sticks = new Map<string, number>();
  for (const { id, paraphrases } of plan.probe.conditions) {
    if (paraphrases === undefined) continue;
    for (const row of rows.filter(({ condition }) => condition === id)) {
      const same = byKey.get(keyText({ ...row, condition: paraphrases }));
      const apart = same && gap(row, same);
      const stick = noiseKey(row);
      if (apart !== undefined) sticks.set(stick, Math.max(apart, sticks.get(stick) ?? 0));
    }
  }
  return sticks;
}

/** Where a row's yardstick is found. */
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
