export interface Agreement {
  /** The share of pairs that agree. */
  readonly agreement: number;
  /** Agreement beyond chance, 1 at most. Absent where chance alone would always agree. */
  readonly kappa?: number | undefined;
  readonly pairs: number;
}

/** How far two ratings of the same things agree (Cohen 1960). Undefined without pairs. */
export function cohenKappa(
  pairs: readonly (readonly [number | string, number | string])[],
): Agreement | undefined {
  const n = pairs.length;
  if (n === 0) return undefined;
  const agreement = pairs.filter(([a, b]) => a === b).length / n;
  const labels = new Set(pairs.flat());
  const byChance = [...labels].reduce<number>((sum, label) => {
    const first = pairs.filter(([a]) => a === label).length / n;
    const second = pairs.filter(([, b]) => b === label).length / n;
    return sum + first * second;
  }, 0);
  const kappa = byChance < 1 ? (agreement - byChance) / (1 - byChance) : undefined;
  return { agreement, kappa, pairs: n };
}
