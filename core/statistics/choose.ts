/** The number of choices of k of n things. Whole numbers, 0 ≤ k ≤ n. */
export function choose(n: number, k: number): number {
  let count = 1;
  for (let at = 1; at <= k; at++) count = (count * (n - k + at)) / at;
  return count;
}

/** The logarithm of the number of choices of k of n things. Whole numbers, 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  let sum = 0;
  const few = Math.min(k, n - k);
  for (let at = 1; at <= few; at++) sum += Math.log((n - few + at) / at);
  return sum;
}
