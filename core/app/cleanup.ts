/** The part of AsyncDisposableStack that is used here; Node 22 has none. */
export interface Cleanup extends AsyncDisposable {
  /** Adds a step, which runs before those added earlier. */
  defer(step: () => unknown): void;
  /** Hands the steps on: this one has none any more. */
  move(): Cleanup;
  disposeAsync(): Promise<void>;
}

/** Steps that undo what was opened, the latest first. Each is run, and the first error is thrown at the end. */
export function createCleanup(given: readonly (() => unknown)[] = []): Cleanup {
  let steps = [...given];
  const take = (): (() => unknown)[] => {
    const taken = steps;
    steps = [];
    return taken;
  };
  const disposeAsync = async (): Promise<void> => {
    const errors: unknown[] = [];
    for (const step of take().reverse()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  };
  return {
    defer: (step) => {
      steps.push(step);
    },
    move: () => createCleanup(take()),
    disposeAsync,
    [Symbol.asyncDispose]: disposeAsync,
  };
}
