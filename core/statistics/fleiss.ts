import { counted } from './count.ts';
import { mean } from './mean.ts';

type Label = number | string;

/**
 * The agreement of several raters beyond chance, 1 at most (Fleiss 1971). Every item needs the same number
 * of ratings, at least two, but not of the same raters. Undefined otherwise, and where chance alone
 * would always agree.
 */
export function fleissKappa(items: readonly (readonly Label[])[]): number | undefined {
  const [first = []] = items;
  const raters = first.length;
  if (raters < 2 || items.some((ratings) => ratings.length !== raters)) return undefined;
  const agreement = mean(items.map((ratings) => pairsAlike(ratings) / (raters * (raters - 1))));
  const all = items.flat();
  const byChance = [...counted(all).values()].reduce((sum, n) => sum + (n / all.length) ** 2, 0);
  return byChance < 1 ? (agreement - byChance) / (1 - byChance) : undefined;
}

/** Ordered pairs of raters that said the same. */
function pairsAlike(ratings: readonly Label[]): number {
  return [...counted(ratings).values()].reduce((sum, n) => sum + n * (n - 1), 0);
}
