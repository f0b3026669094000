export interface Triads {
  /** Triples of which each pair was decided. */
  readonly all: number;
  /** Of those, how many go round: a over b, b over c, c over a. A coin gives a quarter. */
  readonly circular: number;
}

/**
 * The consistency of choices (Kendall and Babington Smith 1940).
 * @param lead above 0 where the first is preferred to the second, below where not, 0 undecided.
 */
export function circularTriads<T>(
  options: readonly T[],
  lead: (first: T, second: T) => number,
): Triads {
  let [all, circular] = [0, 0];
  options.forEach((a, i) => {
    options.slice(i + 1).forEach((b, j) => {
      for (const c of options.slice(i + j + 2)) {
        const [ab, bc, ca] = [lead(a, b), lead(b, c), lead(c, a)].map(Math.sign);
        if (!ab || !bc || !ca) continue;
        all += 1;
        if (ab === bc && bc === ca) circular += 1;
      }
    });
  });
  return { all, circular };
}
