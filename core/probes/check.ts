import { suggest } from '../issue.ts';
import type { Scorer } from '../scoring/scorer.ts';
import type { Located } from '../yaml.ts';
import { stepsOf } from './expand.ts';
import type { Probe } from './schema.ts';

type LocatedProbe = Located<Probe>;

/**
 * What a schema cannot see: that every name in a probe is the name of something in it.
 * @throws Problem with the line of the first name that is not.
 */
export function checkProbe(located: LocatedProbe, scorers: ReadonlyMap<string, Scorer>): void {
  checkConditions(located);
  checkItems(located);
  checkScores(located, scorers);
  checkMeasures(located);
  checkPredictions(located);
}

function checkConditions(located: LocatedProbe): void {
  const { conditions, baseline, pools } = located.value;
  unique(located, 'conditions', ids(conditions));
  known(located, ['baseline'], 'condition', baseline, ids(conditions));
  conditions.forEach(({ shots }, index) => {
    if (!shots) return;
    const path = ['conditions', index, 'shots'];
    known(located, [...path, 'from'], 'pool', shots.from, Object.keys(pools));
    const held = pools[shots.from]?.length ?? 0;
    if (shots.count <= held) return;
    throw located.problem(
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
    throw located.problem(
      ['items', index],
      `two steps of “${item.id}”, its closing ones included, are called “${twice}”.`,
      'Give each step an `id` of its own.',
    );
  });
}

function checkScores(located: LocatedProbe, scorers: ReadonlyMap<string, Scorer>): void {
  const probe = located.value;
  unique(located, 'scores', ids(probe.scores));
  probe.scores.forEach(({ id: _, by, of, ...options }, index) => {
    const path = ['scores', index];
    known(located, [...path, 'by'], 'scorer', by, [...scorers.keys()]);
    const scorer = scorers.get(by);
    if (scorer) located.check(path, scorer.options, options);
    for (const step of [of].flat()) {
      if (step === 'every') continue;
      probe.items.forEach((_item, item) => {
        known(located, [...path, 'of'], 'step', step, stepIds(probe, item));
      });
    }
  });
}

function checkMeasures(located: LocatedProbe): void {
  const { measures, scores, items } = located.value;
  const groups = [...new Set(items.flatMap(({ group }) => group ?? []))];
  unique(located, 'measures', ids(measures));
  measures.forEach((measure, index) => {
    const path = ['measures', index];
    const named =
      measure.kind === 'share' ? measure.when.map(({ score }) => score) : [measure.score];
    named.forEach((name, place) => {
      const field = measure.kind === 'share' ? ['when', place, 'score'] : ['score'];
      known(located, [...path, ...field], 'score', name, ids(scores));
    });
    measure.groups?.forEach((group, place) => {
      known(located, [...path, 'groups', place], 'group of items', group, groups);
    });
  });
}

function checkPredictions(located: LocatedProbe): void {
  const { psm, measures, conditions } = located.value;
  psm.directions.forEach(({ measure, under, than }, index) => {
    const path = ['psm', 'directions', index];
    known(located, [...path, 'measure'], 'measure', measure, ids(measures));
    known(located, [...path, 'under'], 'condition', under, ids(conditions));
    known(located, [...path, 'than'], 'condition', than, ids(conditions));
  });
}

function known(
  located: LocatedProbe,
  path: readonly PropertyKey[],
  what: string,
  name: string,
  names: readonly string[],
): void {
  if (names.includes(name)) return;
  throw located.problem(path, `there is no ${what} called “${name}”.`, suggest(name, names));
}

function unique(located: LocatedProbe, list: string, names: readonly string[]): void {
  const twice = repeated(names);
  if (twice === undefined) return;
  throw located.problem(
    [list, names.lastIndexOf(twice), 'id'],
    `two ${list} are called “${twice}”.`,
    'Give each an `id` of its own.',
  );
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) < index);
}

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

function stepIds(probe: Probe, item: number): string[] {
  const found = probe.items[item];
  return found ? stepsOf(probe, found).flatMap((step) => ('id' in step ? step.id : [])) : [];
}
