import { logChoose } from './choose.ts';
import type { Tally } from './share.ts';

/** Tables as likely as the one seen, but for rounding, count as no likelier. */
const SLACK = 1 + 1e-7;

/**
 * The two-sided p of two independent shares being one: the chance, given the margins, of a table that
 * is no likelier than this one (Fisher 1934). Trials must be independent: one of each item.
 */
export function fisherExact(a: Tally, b: Tally): number {
  const yes = a.yes + b.yes;
  const all = logChoose(a.of + b.of, yes);
  const chance = (ofA: number) => Math.exp(logChoose(a.of, ofA) + logChoose(b.of, yes - ofA) - all);
  const seen = chance(a.yes) * SLACK;
  let p = 0;
  for (let ofA = Math.max(0, yes - b.of); ofA <= Math.min(a.of, yes); ofA++) {
    const one = chance(ofA);
    if (one <= seen) p += one;
  }
  return Math.min(1, p);
}
