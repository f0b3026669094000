/** The value at a place that is known to be in a list. @throws RangeError where it is not. */
export function at<T>(list: ArrayLike<T>, place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`there is no place ${place} in ${list.length}`);
  return value;
}

/** The value of a key that is known to be in a map. @throws RangeError where it is not. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`there is no ${String(key)}`);
  return value;
}

/** Two lists of one length, place by place. @throws RangeError where one is longer. */
export function zip<A, B>(a: readonly A[], b: readonly B[]): (readonly [A, B])[] {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} do not pair`);
  return a.map((value, place) => [value, at(b, place)]);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
