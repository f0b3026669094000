/**
 * Does the work on each item, in their order and so many at a time. Rejects with the first failure; what
 * is under way then goes on, and nothing more is begun by the worker that failed.
 */
export async function eachInTurn<T>(
  items: Iterable<T>,
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
