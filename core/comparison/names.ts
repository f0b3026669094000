import type { Plan } from '../run/types.ts';

export function subjectName(plan: Plan, id: string): string {
  const subject = plan.subjects.find((one) => one.id === id);
  return subject ? `${subject.modelLabel} / ${subject.personaLabel}` : id;
}

export function conditionName(plan: Plan, id: string): string {
  return plan.probe.conditions.find((one) => one.id === id)?.label ?? id;
}
