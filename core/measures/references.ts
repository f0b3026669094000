import type { Reference } from './measure-kind.ts';

/** The groups of items that a field names. */
export function groupReferences(
  groups: readonly string[] = [],
  field = 'groups',
): readonly Reference[] {
  return groups.map((name, place) => ({ to: 'group', name, path: [field, place] }));
}

/** A name that stands in a field of its own; none where the field is left out. */
export function reference(
  to: Reference['to'],
  field: string,
  name: string | undefined,
): readonly Reference[] {
  return name === undefined ? [] : [{ to, name, path: [field] }];
}
