import type { Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Probe } from '../domain/probe.ts';

type Direction = Probe['psm']['directions'][number];

/**
 * The contrasts in the order in which they are told: those that the probe predicts something of first,
 * as it names them, and of the others the largest first. To tell the largest of all would make every
 * finding look stronger than it is.
 */
export function inReportOrder(
  { psm }: Pick<Probe, 'psm'>,
  { id }: Pick<MeasureResult, 'id'>,
  contrasts: readonly Contrast[],
): readonly Contrast[] {
  const place = (one: Contrast): number => {
    const at = psm.directions.findIndex((said) => said.measure === id && isAbout(said, one));
    return at < 0 ? psm.directions.length : at;
  };
  const size = ({ difference = 0 }: Contrast) => Math.abs(difference);
  return contrasts.toSorted((a, b) => place(a) - place(b) || size(b) - size(a));
}

function isAbout({ under, than }: Direction, { varies, a, b }: Contrast): boolean {
  if (varies === 'chance') {
    return than === undefined && (a.condition === undefined || a.condition === under);
  }
  if (varies !== 'condition' || than === undefined) return false;
  const [here, there] = [a.condition, b?.condition];
  return (under === here && than === there) || (under === there && than === here);
}
