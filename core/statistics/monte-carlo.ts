const DRAWS = 9_999;

/**
 * The p of what was seen, from draws under the null: (hits + 1) /
 * (draws + 1), which is never 0 (Davison and Hinkley 1997, section 4.2).
 */
export function drawnP(isAsExtreme: () => boolean): number {
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw++) if (isAsExtreme()) hits += 1;
  return (hits + 1) / (DRAWS + 1);
}
