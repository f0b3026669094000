/** Counts of how often each value occurs, in the order in which they first do. */
export function counted<T>(values: readonly T[]): Map<T, number> {
  const alike = Map.groupBy(values, (value) => value);
  return new Map([...alike].map(([value, all]) => [value, all.length]));
}
