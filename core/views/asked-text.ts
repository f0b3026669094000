import type { Plan } from '../domain/plan.ts';
import { listAnd, plural } from '../text/plural.ts';

/** More subjects than this are counted, not named. */
const NAMED = 6;

/** Who asked whom, or had whose answers scored again. */
export function askedText(plan: Plan): string {
  const names = plan.subjects.map(
    ({ modelLabel, personaLabel }) => `${modelLabel} / ${personaLabel}`,
  );
  const subjects = names.length > NAMED ? plural(names.length, 'subject') : listAnd(names);
  const deed =
    plan.origin.kind === 'rescore'
      ? `${plan.by.name} scored run ${plan.origin.of} again: ${subjects}`
      : `${plan.by.name} asked ${subjects}`;
  return [deed, ...partText(plan)].join(' · ');
}

/** Which conditions were asked, where somebody left some out. */
export function partText({ probe, leftOut = [] }: Plan): readonly string[] {
  if (leftOut.length === 0) return [];
  const ids = probe.conditions.map(({ id }) =>
    id === probe.baseline ? `${id} (the baseline)` : id,
  );
  return [
    `${ids.length} of ${plural(ids.length + leftOut.length, 'condition')}: ${ids.join(', ')}`,
  ];
}
