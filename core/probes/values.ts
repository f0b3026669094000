/** `[[name]]` in a probe's texts, which a condition or an item fills. */
const SLOT = /\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/g;

type Values = Readonly<Record<string, string>>;

/**
 * The texts that fill the slots of a trial. A condition's value wins over the item's of the same name, and may
 * itself hold slots that the item fills.
 */
export function valuesFor(item: Values = {}, condition: Values = {}): Values {
  const own = Object.entries(condition).map(([name, text]) => [name, filled(text, item)]);
  return { ...item, ...Object.fromEntries(own) };
}

/** The text with every slot that has a value filled. */
export function filled(text: string, values: Values): string {
  return text.replace(SLOT, (slot, name: string) => values[name] ?? slot);
}

/** A score's own fields with every slot in their texts filled, such as the trait that a rubric is about. */
export function filledAll<T>(value: T, values: Readonly<Record<string, string>>): T;
export function filledAll(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return filled(value, values);
  if (Array.isArray(value)) return value.map((one) => filledAll(one, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, filledAll(one, values)]),
  );
}

/** The names of the slots that a text has. */
export function slotsIn(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map(([, name = '']) => name);
}
