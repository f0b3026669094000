/** The element with an id, where it is of the kind that is expected. */
export function byId<E extends Element>(
  id: string,
  kind: abstract new (...args: never) => E,
): E | undefined {
  const found = document.getElementById(id);
  return found instanceof kind ? found : undefined;
}

/** The nearest element around an event's target that fits a selector. */
export function around(event: Event, selector: string): HTMLElement | undefined {
  const target = event.target;
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : undefined;
}

/** Words for people who listen: said once, politely. */
export function announce(words: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = words;
}
