import type { Row, RowKey } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';

export function subjectName(plan: Plan, id: string): string {
  const subject = plan.subjects.find((one) => one.subjectId === id);
  return subject ? `${subject.modelLabel} / ${subject.personaLabel}` : id;
}

export function conditionName(plan: Plan, id: string): string {
  return plan.probe.conditions.find((one) => one.id === id)?.label ?? id;
}

/** What a row is about, with its subject or without: `larch / pirate · alien scholar · calm`. */
export function keyName(plan: Plan, key: RowKey, withSubject: boolean): string {
  return [
    ...(withSubject ? [subjectName(plan, key.subjectId)] : []),
    ...(key.condition !== undefined && plan.probe.conditions.length > 1
      ? [conditionName(plan, key.condition)]
      : []),
    ...(key.group === undefined ? [] : [key.group]),
  ].join(' · ');
}

const UNIT_NAMES: Readonly<Record<Row['unit'], readonly [one: string, many: string]>> = {
  item: ['item', 'items'],
  sample: ['repeat', 'repeats'],
  condition: ['condition', 'conditions'],
  pair: ['pair', 'pairs'],
};

/** What statistics count, in the number that goes with it. */
export function unitName(unit: Row['unit'], count: number): string {
  return UNIT_NAMES[unit][count === 1 ? 0 : 1];
}
