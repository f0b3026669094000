import type { Measure } from '../domain/measure.ts';
import type { Probe } from '../domain/probe.ts';
import { UserError } from '../domain/user-error.ts';
import type { Reference } from '../measures/measure-kind.ts';
import { kindOf, MEASURES, type MeasureKinds } from '../measures/registry.ts';
import { declaredMeasure } from '../probes/declared-measure.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/quoted.ts';

/**
 * The probe with some of its conditions alone, and the baseline in any case. What names another
 * condition goes with it: predictions, controls, paraphrases, items and scores that need it.
 * @throws UserError where there is no such condition, or nothing is left of what the finding speaks of.
 */
export function selectConditions(
  probe: Probe,
  wanted: readonly string[],
  kinds: MeasureKinds = MEASURES,
): Probe {
  const named = wanted.map((typed) => conditionOf(probe, typed));
  const kept = new Set([probe.baseline, ...named]);
  const has = (condition: string | undefined) => condition === undefined || kept.has(condition);
  const items = probe.items.flatMap((item) => {
    const only = item.only?.filter(has);
    return only?.length === 0 ? [] : [{ ...item, ...(only ? { only } : {}) }];
  });
  const scores = probe.scores.filter(({ against }) => has(against));
  const conditions = probe.conditions
    .filter(({ id }) => kept.has(id))
    .map(({ paraphrases, ...rest }) =>
      paraphrases !== undefined && kept.has(paraphrases) ? { ...rest, paraphrases } : rest,
    );
  const part = { ...probe, conditions, items, scores };
  const measures = measuresLeft(part, kinds);
  const declared = declaredMeasure(probe, kinds) ?? probe.measures[0];
  if (items.length === 0 || !measures.some(({ id }) => id === declared?.id)) {
    throw new UserError(
      `With ${[...kept].join(', ')} alone, ${probe.name} has nothing to compare.`,
      `Name more of its conditions: ${probe.conditions.map(({ id }) => id).join(', ')}.`,
    );
  }
  const stays = (about: { measure: string; under: string; than?: string | undefined }) =>
    has(about.under) && has(about.than) && measures.some(({ id }) => id === about.measure);
  return {
    ...part,
    measures,
    controls: probe.controls.filter(stays),
    psm: { ...probe.psm, directions: probe.psm.directions.filter(stays) },
  };
}

function conditionOf({ name, conditions }: Probe, typed: string): string {
  const ids = conditions.map(({ id }) => id);
  const found = ids.find((id) => id === typed.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(typed, ids);
  throw new UserError(
    `${name} has no condition called ${quoted(typed, 60)}.`,
    near === undefined ? `It has ${ids.join(', ')}.` : `Did you mean ${near}?`,
  );
}

type Part = Pick<Probe, 'conditions' | 'items' | 'scores' | 'measures'>;

/** The measures whose scores, groups, conditions and other measures are all still there. */
function measuresLeft(part: Part, kinds: MeasureKinds): Probe['measures'] {
  const left = part.measures.filter((measure) => isLeft(measure, part, kinds));
  return left.length === part.measures.length
    ? left
    : measuresLeft({ ...part, measures: left }, kinds);
}

function isLeft(measure: Measure, part: Part, kinds: MeasureKinds): boolean {
  const kind = kindOf(measure, kinds);
  return (
    kind.references(measure).every((one) => isThere(one, part)) &&
    kind.fault(measure, part) === undefined
  );
}

function isThere({ to, name }: Reference, { conditions, items, scores, measures }: Part): boolean {
  switch (to) {
    case 'score':
      return scores.some(({ id }) => id === name);
    case 'group':
      return items.some(({ group }) => group === name);
    case 'condition':
      return conditions.some(({ id }) => id === name);
    case 'figure':
      return measures.some(({ id }) => id === name);
  }
}
