import type { Measure } from '../../domain/measure.ts';
import type { Probe } from '../../domain/probe.ts';
import { unique as distinct } from '../../domain/unique.ts';
import type { Reference } from '../../measures/measure-kind.ts';
import { kindOf, type MeasureKinds } from '../../measures/registry.ts';
import { ids, known, type LocatedProbe, unique } from './names.ts';

/** That measures, predictions and controls speak of things that are there. @throws UserError */
export function checkMeasures(located: LocatedProbe, kinds: MeasureKinds): void {
  const { measures } = located.value;
  unique(located, 'measures', ids(measures));
  measures.forEach((measure, index) => {
    checkMeasure(located, index, measure, kinds);
  });
  checkPredictions(located);
  checkControls(located, kinds);
}

function checkMeasure(
  located: LocatedProbe,
  index: number,
  measure: Measure,
  kinds: MeasureKinds,
): void {
  const path = ['measures', index];
  const kind = kindOf(measure, kinds);
  for (const reference of kind.references(measure)) {
    const { what, names } = referred(located.value, reference.to, kinds);
    known(located, [...path, ...reference.path], what, reference.name, names);
  }
  const fault = kind.fault(measure, located.value);
  if (!fault) return;
  const place = fault.of === 'probe' ? fault.path : [...path, ...fault.path];
  throw located.error(place, fault.what, fault.hint);
}

/** The things that a name in a measure can be the name of. */
function referred(
  { scores, items, conditions, measures }: Probe,
  to: Reference['to'],
  kinds: MeasureKinds,
): { readonly what: string; readonly names: readonly string[] } {
  switch (to) {
    case 'score':
      return { what: 'score', names: ids(scores) };
    case 'group':
      return { what: 'group of items', names: distinct(items.flatMap(({ group }) => group ?? [])) };
    case 'condition':
      return { what: 'condition', names: ids(conditions) };
    case 'figure':
      return {
        what: `measure of the kind ${figureKinds(kinds)}`,
        names: ids(measures.filter((one) => kindOf(one, kinds).figure)),
      };
  }
}

/** `mean or share`: the kinds that give each trial a number of its own. */
function figureKinds(kinds: MeasureKinds): string {
  const names = [...kinds.values()].flatMap(({ kind, figure }) => (figure ? [kind] : []));
  return names.join(' or ');
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

function checkControls(located: LocatedProbe, kinds: MeasureKinds): void {
  const { controls, conditions } = located.value;
  controls.forEach((control, index) => {
    const path = ['controls', index];
    const { what, names } = referred(located.value, 'figure', kinds);
    known(located, [...path, 'measure'], what, control.measure, names);
    known(located, [...path, 'under'], 'condition', control.under, ids(conditions));
    if ('than' in control) {
      known(located, [...path, 'than'], 'condition', control.than, ids(conditions));
    }
  });
}
