import type { Contrast, RowKey } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { conditionName, keyName, subjectName } from '../measures/names.ts';

/** What a row is about, without what all rows have in common. */
export function rowName(plan: Plan, key: RowKey): string {
  const name = keyName(plan, key, plan.subjects.length > 1);
  return name === '' ? subjectName(plan, key.subjectId) : name;
}

export function colourOfSubject(plan: Plan, id: string): number {
  return plan.subjects.find((subject) => subject.subjectId === id)?.colour ?? 0;
}

/** `pirate against no role`, with the subject where there are several. */
export function contrastName(plan: Plan, { a, b, varies }: Contrast): string {
  if (!b) return rowName(plan, a);
  if (varies !== 'condition')
    return `${rowName(plan, a)} against ${subjectName(plan, b.subjectId)}`;
  return `${rowName(plan, a)} against ${conditionName(plan, b.condition ?? '')}`;
}
