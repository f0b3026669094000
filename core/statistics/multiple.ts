/** Adjusted p values in the order given: compare each with alpha. Holm 1979; controls any false claim. */
export function holm(ps: readonly number[]): number[] {
  const adjusted: number[] = Array(ps.length).fill(1);
  let highest = 0;
  for (const { p, place, rank } of inOrder(ps)) {
    highest = Math.max(highest, p * (ps.length - rank));
    adjusted[place] = Math.min(1, highest);
  }
  return adjusted;
}

/** The same after Benjamini and Hochberg 1995; controls the share of false ones among the claims. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted: number[] = Array(ps.length).fill(1);
  let lowest = 1;
  for (const { p, place, rank } of inOrder(ps).reverse()) {
    lowest = Math.min(lowest, (p * ps.length) / (rank + 1));
    adjusted[place] = lowest;
  }
  return adjusted;
}

interface Ranked {
  readonly p: number;
  /** In the list as it was given. */
  readonly place: number;
  /** 0 for the smallest. */
  readonly rank: number;
}

/** The p values, the smallest first. */
function inOrder(ps: readonly number[]): Ranked[] {
  return ps
    .map((p, place) => ({ p, place }))
    .sort((a, b) => a.p - b.p)
    .map((one, rank) => ({ ...one, rank }));
}
