import type { Probe } from '../../domain/probe.ts';
import { MEASURES, type MeasureKinds } from '../../measures/registry.ts';
import type { Scorer } from '../../scoring/scorer.ts';
import { stepsOf } from '../expand.ts';
import { optionsOf } from '../scores.ts';
import { filled, slotsIn, valuesFor } from '../values.ts';
import { checkMeasures } from './measures.ts';
import { ids, known, type LocatedProbe, repeated, unique } from './names.ts';

/**
 * The checks that a schema cannot make: that every name in a probe is the name of something in it.
 * @throws UserError with the line of the first name that is not.
 */
export function checkProbe(
  located: LocatedProbe,
  scorers: ReadonlyMap<string, Scorer>,
  personas: readonly string[] = [],
  kinds: MeasureKinds = MEASURES,
): void {
  checkConditions(located, personas);
  checkItems(located);
  checkSlots(located);
  checkScores(located, scorers);
  checkMeasures(located, kinds);
  checkRequirements(located, scorers);
}

function checkConditions(located: LocatedProbe, personas: readonly string[]): void {
  const { conditions, baseline, pools } = located.value;
  unique(located, 'conditions', ids(conditions));
  known(located, ['baseline'], 'condition', baseline, ids(conditions));
  conditions.forEach(({ shots, persona, paraphrases }, index) => {
    const here = ['conditions', index];
    if (persona !== undefined) known(located, [...here, 'persona'], 'persona', persona, personas);
    if (paraphrases !== undefined) {
      known(located, [...here, 'paraphrases'], 'condition', paraphrases, ids(conditions));
    }
    if (!shots) return;
    const path = [...here, 'shots'];
    known(located, [...path, 'from'], 'pool', shots.from, Object.keys(pools));
    const held = pools[shots.from]?.length ?? 0;
    if (shots.count <= held) return;
    throw located.error(
      [...path, 'count'],
      `the pool “${shots.from}” holds ${held} exchanges, but ${shots.count} are asked for.`,
      `Ask for ${held} at most, or write more of them.`,
    );
  });
}

function checkItems(located: LocatedProbe): void {
  const probe = located.value;
  unique(located, 'items', ids(probe.items));
  probe.items.forEach((item, index) => {
    item.only?.forEach((name, place) => {
      known(located, ['items', index, 'only', place], 'condition', name, ids(probe.conditions));
    });
    const twice = repeated(stepIds(probe, index));
    if (twice === undefined) return;
    throw located.error(
      ['items', index],
      `two steps of “${item.id}”, its closing ones included, are called “${twice}”.`,
      'Give each step an `id` of its own.',
    );
  });
}

function checkScores(located: LocatedProbe, scorers: ReadonlyMap<string, Scorer>): void {
  const probe = located.value;
  unique(located, 'scores', ids(probe.scores));
  probe.scores.forEach((score, index) => {
    const { by, of, against } = score;
    const path = ['scores', index];
    known(located, [...path, 'by'], 'scorer', by, [...scorers.keys()]);
    const scorer = scorers.get(by);
    if (scorer) located.check(path, scorer.options, optionsOf(score));
    if (against !== undefined) {
      known(located, [...path, 'against'], 'condition', against, ids(probe.conditions));
    }
    if ((scorer?.compares === true) !== (against !== undefined)) {
      throw located.error(
        path,
        against === undefined
          ? `the scorer ${by} compares two answers, and \`against\` does not say with which.`
          : `the scorer ${by} looks at one answer, so that \`against\` means nothing.`,
        against === undefined ? 'Write `against: <condition>`.' : 'Take `against` away.',
      );
    }
    for (const step of [of].flat()) {
      if (step === 'every') continue;
      probe.items.forEach((_item, item) => {
        known(located, [...path, 'of'], 'step', step, stepIds(probe, item));
      });
    }
  });
}

/** That every `[[slot]]` is filled under every condition that the item runs under. */
function checkSlots(located: LocatedProbe): void {
  const { items, conditions, closing, pools, scores } = located.value;
  conditions.forEach((condition, index) => {
    const { system, values, shots } = condition;
    const before = shots && pools[shots.from]?.slice(0, shots.count);
    lacking(located, ['conditions', index], system ?? '', values);
    items.forEach((item, place) => {
      if (item.only && !item.only.includes(condition.id)) return;
      const said = JSON.stringify([before, item.ask, item.script, closing, scores]);
      lacking(located, ['items', place], said, valuesFor(item.values, values));
    });
  });
}

function lacking(
  located: LocatedProbe,
  path: readonly PropertyKey[],
  text: string,
  values: Readonly<Record<string, string>> = {},
): void {
  const [name] = slotsIn(filled(text, values));
  if (name === undefined) return;
  throw located.error(
    path,
    `nothing fills [[${name}]].`,
    `Write \`values: { ${name}: … }\` for the item, or for every condition.`,
  );
}

/** That a probe says what its steps and scorers need of a model. */
function checkRequirements(located: LocatedProbe, scorers: ReadonlyMap<string, Scorer>): void {
  const { items, closing, scores, requires } = located.value;
  const steps = [...items.flatMap(({ script = [] }) => script), ...closing];
  const needs = [
    { what: 'completions', found: steps.some((step) => 'complete' in step) },
    { what: 'prefill', found: steps.some((step) => 'begin' in step && step.begin !== undefined) },
    { what: 'logprobs', found: scores.some(({ by }) => scorers.get(by)?.readsLogprobs) },
  ] as const;
  const missing = needs.find(({ what, found }) => found && !requires.includes(what));
  if (!missing) return;
  throw located.error(
    ['requires'],
    `this probe needs ${missing.what}, and does not say so.`,
    `Write \`requires: [${[...requires, missing.what].join(', ')}]\`.`,
  );
}

function stepIds(probe: Probe, item: number): string[] {
  const found = probe.items[item];
  return found ? stepsOf(probe, found).flatMap((step) => ('id' in step ? step.id : [])) : [];
}
