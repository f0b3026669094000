import type { Control } from '../domain/probe.ts';
import type { Data } from '../measures/data.ts';
import { differenceOf } from '../measures/difference.ts';
import { byRow, estimateOf, keyText, sharedUnits, type Units, unitsOf } from '../measures/rows.ts';
import { itemsToReach } from '../statistics/sign-flip.ts';
import { ALPHA } from './multiplicity.ts';

export const CONTROL_FAILED = 'a control failed';

/**
 * Why nothing that a subject did can be compared, by subject: the first of the probe's controls that did
 * not come out. Where there are too few items to tell, none has failed.
 */
export function failedControls(data: Data): ReadonlyMap<string, string> {
  const { plan } = data;
  return new Map(
    plan.subjects.flatMap(({ subjectId }) => {
      const failed = plan.probe.controls.find((control) => fails(data, subjectId, control));
      return failed ? [[subjectId, `${CONTROL_FAILED}: ${failed.otherwise}`] as const] : [];
    }),
  );
}

function fails(data: Data, subjectId: string, control: Control): boolean {
  const { measure, points } = data.figure(control.measure);
  const rows = byRow(points);
  const unitsAt = (condition: string): Units =>
    unitsOf(rows.get(keyText({ subjectId, condition })) ?? [], measure);
  const under = unitsAt(control.under);
  if (under.size < itemsToReach(ALPHA)) return false;
  if ('is' in control) {
    const { estimate = control.is, interval } = estimateOf(under, measure);
    // Where nothing varied the estimate is all that there is.
    const [low, high] = interval ?? [estimate, estimate];
    return low > control.is + control.within || high < control.is - control.within;
  }
  const than = unitsAt(control.than);
  const shared = sharedUnits(measure, under, than);
  const { difference, interval = difference === undefined ? undefined : [difference, difference] } =
    differenceOf(under, than, shared, measure, 0);
  if (!interval) return false;
  // What had to come out has to be seen: an interval that reaches 0 does not show it.
  return control.direction === 'more' ? interval[0] <= 0 : interval[1] >= 0;
}
