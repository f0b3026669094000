import type { Measure, MeasureOf } from '../../domain/measure.ts';
import { unique as distinct } from '../../domain/unique.ts';
import { ids, known, type LocatedProbe, unique } from './names.ts';

type Path = readonly PropertyKey[];

/** That measures, predictions and controls speak of what there is. @throws UserError */
export function checkMeasures(located: LocatedProbe): void {
  const { measures } = located.value;
  unique(located, 'measures', ids(measures));
  measures.forEach((measure, index) => {
    checkMeasure(located, ['measures', index], measure);
  });
  checkPredictions(located);
  checkControls(located);
}

function checkMeasure(located: LocatedProbe, path: Path, measure: Measure): void {
  const scores = ids(located.value.scores);
  const score = (field: Path, name: string) =>
    known(located, [...path, ...field], 'score', name, scores);
  const of = (field: string, name: string) =>
    other(located, [...path, field], name, ['share', 'mean']);
  switch (measure.kind) {
    case 'share':
      measure.when.forEach((clause, place) => {
        score(['when', place, 'score'], clause.score);
      });
      checkGroups(located, path, measure);
      break;
    case 'mean':
      score(['score'], measure.score);
      if (measure.minus !== undefined) score(['minus'], measure.minus);
      checkGroups(located, path, measure);
      checkGroups(located, path, { groups: measure.turned }, 'turned');
      break;
    case 'distribution':
      score(['score'], measure.score);
      checkGroups(located, path, measure);
      break;
    case 'trend':
      of('of', measure.of);
      checkLadder(located, path);
      break;
    case 'correlation':
      of('x', measure.x);
      of('y', measure.y);
      checkUnder(located, path, measure);
      break;
    case 'spread':
      of('of', measure.of);
      break;
    case 'preference':
      measure.scores.forEach((name, place) => {
        score(['scores', place], name);
      });
      checkPairs(located, path, measure);
      break;
  }
}

function checkGroups(
  located: LocatedProbe,
  path: Path,
  { groups }: { readonly groups?: readonly string[] | undefined },
  field = 'groups',
): void {
  const there = distinct(located.value.items.flatMap(({ group }) => group ?? []));
  groups?.forEach((group, place) => {
    known(located, [...path, field, place], 'group of items', group, there);
  });
}

function checkLadder(located: LocatedProbe, path: Path): void {
  const ranked = located.value.conditions.filter(({ rank }) => rank !== undefined);
  const ladders = Map.groupBy(ranked, ({ ladder }) => ladder);
  const most = Math.max(0, ...[...ladders.values()].map((rungs) => rungs.length));
  if (most >= 3) return;
  throw located.error(
    path,
    `a trend needs a ladder of three conditions with a \`rank\`, and the longest here has ${most}.`,
    'Give each condition of the ladder its `rank`.',
  );
}

/** That a measure is there, before this one or after it, and of a kind that can be looked at. */
function other(located: LocatedProbe, path: Path, name: string, kinds: Measure['kind'][]): void {
  const fit = located.value.measures.filter(({ kind }) => kinds.includes(kind));
  known(located, path, `measure of the kind ${kinds.join(' or ')}`, name, ids(fit));
}

function checkUnder(
  located: LocatedProbe,
  path: Path,
  { under, over }: MeasureOf<'correlation'>,
): void {
  if (under === undefined) return;
  known(located, [...path, 'under'], 'condition', under, ids(located.value.conditions));
  if (over === 'items') return;
  throw located.error(
    [...path, 'under'],
    'over conditions a correlation needs them all, and `under` names one.',
    'Take `under` away, or write `over: items`.',
  );
}

function checkPairs(located: LocatedProbe, path: Path, measure: MeasureOf<'preference'>): void {
  const options = measure.options.map(({ value }) => value);
  located.value.items.forEach(({ id, pair }, index) => {
    if (!pair) {
      throw located.error(
        [...path, 'scores'],
        `the item “${id}” has no \`pair\`, so nobody knows what was chosen.`,
        'Write `pair: [first, second]` with two of the options.',
      );
    }
    pair.forEach((name, place) => {
      known(located, ['items', index, 'pair', place], 'option', name, options);
    });
  });
}

function checkPredictions(located: LocatedProbe): void {
  const { psm, measures, conditions } = located.value;
  psm.directions.forEach(({ measure, under, than }, index) => {
    const path = ['psm', 'directions', index];
    known(located, [...path, 'measure'], 'measure', measure, ids(measures));
    known(located, [...path, 'under'], 'condition', under, ids(conditions));
    if (than !== undefined) {
      known(located, [...path, 'than'], 'condition', than, ids(conditions));
    }
  });
}

function checkControls(located: LocatedProbe): void {
  const { controls, measures, conditions } = located.value;
  controls.forEach((control, index) => {
    const path = ['controls', index];
    const fit = measures.filter(({ kind }) => kind === 'share' || kind === 'mean');
    known(located, [...path, 'measure'], 'share or mean', control.measure, ids(fit));
    known(located, [...path, 'under'], 'condition', control.under, ids(conditions));
    if ('than' in control) {
      known(located, [...path, 'than'], 'condition', control.than, ids(conditions));
    }
  });
}
