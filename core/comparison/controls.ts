import type { Control } from '../domain/probe.ts';
import type { Data } from '../measures/data.ts';
import { differenceOf } from '../measures/figured.ts';
import { byRow, keyText, type Units, unitsOf } from '../measures/rows.ts';
import { itemsToReach } from '../statistics/sign-flip.ts';
import { ALPHA } from './multiplicity.ts';

/**
 * The reason for which nothing that a subject did can be compared, by subject: the first
 * of the probe's controls that did not come out. Where there are too few items to tell, none has failed.
 */
export function failedControls(data: Data): ReadonlyMap<string, string> {
  const { plan } = data;
  return new Map(
    plan.subjects.flatMap(({ subjectId }) => {
      const failed = plan.probe.controls.find((control) => fails(data, subjectId, control));
      return failed ? [[subjectId, `a control failed: ${failed.otherwise}`] as const] : [];
    }),
  );
}

function fails(data: Data, subjectId: string, control: Control): boolean {
  const about = data.figure(control.measure);
  const { measure, figure, points } = about;
  const rows = byRow(points);
  const unitsAt = (condition: string): Units =>
    unitsOf(rows.get(keyText({ subjectId, condition })) ?? [], measure);
  const under = unitsAt(control.under);
  if (under.size < itemsToReach(ALPHA)) return false;
  if ('is' in control) {
    const { estimate, interval } = figure.estimate([...under.values()], measure);
    // Where nothing varied the estimate is all that there is.
    const [low, high] = interval ?? [estimate, estimate];
    return low > control.is + control.within || high < control.is - control.within;
  }
  const than = unitsAt(control.than);
  const found = differenceOf(about, under, than, 0);
  if (!found) return false;
  const { difference, interval = [difference, difference] } = found;
  // What had to come out has to be seen: an interval that reaches 0 does not show it.
  return control.direction === 'more' ? interval[0] <= 0 : interval[1] >= 0;
}
