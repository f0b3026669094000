/** Adjusted p values in the order given: compare each with alpha. Holm 1979; controls any false claim. */
export function holm(ps: readonly number[]): number[] {
  let highest = 0;
  return inOrder(ps, (p, rank) => {
    highest = Math.max(highest, p * (ps.length - rank));
    return Math.min(1, highest);
  });
}

/** The same after Benjamini and Hochberg 1995; controls the share of false ones among the claims. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const ranks = rankOrder(ps);
  const adjusted: number[] = Array(ps.length).fill(1);
  let lowest = 1;
  for (let rank = ps.length - 1; rank >= 0; rank--) {
    const at = ranks[rank] ?? 0;
    lowest = Math.min(lowest, ((ps[at] ?? 1) * ps.length) / (rank + 1));
    adjusted[at] = lowest;
  }
  return adjusted;
}

function inOrder(ps: readonly number[], adjust: (p: number, rank: number) => number): number[] {
  const adjusted: number[] = Array(ps.length).fill(1);
  rankOrder(ps).forEach((at, rank) => {
    adjusted[at] = adjust(ps[at] ?? 1, rank);
  });
  return adjusted;
}

/** The places of the values, the smallest first. */
function rankOrder(values: readonly number[]): number[] {
  return values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}
