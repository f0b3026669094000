import type { RowKey, Unit } from '../domain/comparison.ts';
import type { Plan } from '../domain/plan.ts';

export function subjectName(plan: Plan, id: string): string {
  const subject = plan.subjects.find((one) => one.subjectId === id);
  return subject ? `${subject.modelLabel} / ${subject.personaLabel}` : id;
}

export function conditionName(plan: Plan, id: string): string {
  return plan.probe.conditions.find((one) => one.id === id)?.label ?? id;
}

/** The name of a row, with its subject or without: `larch / pirate · alien scholar · calm`. */
export function keyName(plan: Plan, key: RowKey, withSubject: boolean): string {
  return [
    ...(withSubject ? [subjectName(plan, key.subjectId)] : []),
    ...(key.condition !== undefined && plan.probe.conditions.length > 1
      ? [conditionName(plan, key.condition)]
      : []),
    ...(key.group === undefined ? [] : [key.group]),
  ].join(' · ');
}

const UNIT_NAMES: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  item: ['item', 'items'],
  sample: ['repeat', 'repeats'],
  condition: ['condition', 'conditions'],
  pair: ['pair', 'pairs'],
};

/** The units that statistics count, in the number that goes with them. */
export function unitName(unit: Unit, count: number): string {
  return UNIT_NAMES[unit][count === 1 ? 0 : 1];
}

/** The name of a row, without the parts that all rows have in common. */
export function rowName(plan: Plan, key: RowKey): string {
  const name = keyName(plan, key, plan.subjects.length > 1);
  return name === '' ? subjectName(plan, key.subjectId) : name;
}

export function colourOfSubject(plan: Plan, id: string): number {
  const subject = plan.subjects.find(({ subjectId }) => subjectId === id);
  return subject ? subject.colour : 0;
}

/** A text about a probe that says so where the probe is an analogue. */
export function labelled({ analogue }: { readonly analogue?: boolean | undefined }, text: string) {
  return analogue ? `${text} (in-context analogue)` : text;
}
