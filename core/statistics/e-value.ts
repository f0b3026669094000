import { logChoose } from './choose.ts';
import type { Tally } from './share.ts';

/** The e-value at which one may reject at .05, however often one looked (Ville 1939). */
export const REJECT_AT = 20;

/**
 * The evidence against a share being `p0` that stays valid when one looks and asks for more: the
 * likelihood of the trials under every share alike, Beta(1, 1), over that under p0 (Robbins 1970).
 * @param p0 above 0 and below 1.
 */
export function eValue({ yes, of }: Tally, p0: number): number {
  // B(yes + 1, no + 1) = 1 / ((of + 1) · (of choose yes))
  const mixture = -Math.log(of + 1) - logChoose(of, yes);
  return Math.exp(mixture - yes * Math.log(p0) - (of - yes) * Math.log1p(-p0));
}
