import type { Contrast, MeasureResult } from '../domain/comparison.ts';
import type { Probe } from '../domain/probe.ts';

type Direction = Probe['psm']['directions'][number];

/**
 * The contrasts in the order of the report: those that the probe predicts something of first,
 * as it names them, and of the others the largest first. To report the largest of all would make every
 * finding look stronger than it is.
 */
export function inReportOrder<One extends Contrast>(
  { psm }: Pick<Probe, 'psm'>,
  { id }: Pick<MeasureResult, 'id'>,
  contrasts: readonly One[],
): readonly One[] {
  const place = (one: Contrast): number => {
    const at = psm.directions.findIndex((said) => said.measure === id && isAbout(said, one));
    return at < 0 ? psm.directions.length : at;
  };
  // Contrasts without figures stand last.
  const size = ({ difference }: Contrast) => (difference === undefined ? -1 : Math.abs(difference));
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
