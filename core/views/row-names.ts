import type { Contrast } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';
import { conditionName, rowName, subjectName } from '../measures/names.ts';

/** `pirate against no role`, with the subject where there are several. */
export function contrastName(plan: Plan, { a, b, varies }: Contrast): string {
  if (!b) return rowName(plan, a);
  return varies === 'condition' && b.condition !== undefined
    ? `${rowName(plan, a)} against ${conditionName(plan, b.condition)}`
    : `${rowName(plan, a)} against ${subjectName(plan, b.subjectId)}`;
}
