export interface Once<T> {
  (): Promise<T>;
  /** The work that was begun; undefined where none was, or it failed. */
  begun(): Promise<T> | undefined;
}

/** Does something at the first call, and gives later ones what came of it. What fails is tried again. */
export function once<T>(act: () => Promise<T>): Once<T> {
  let begun: Promise<T> | undefined;
  const call = (): Promise<T> => {
    if (begun === undefined) {
      begun = act();
      begun.catch(() => {
        begun = undefined;
      });
    }
    return begun;
  };
  return Object.assign(call, { begun: () => begun });
}
