import type { Probe } from '../../domain/probe.ts';
import { suggestAllowed } from '../../text/nearest.ts';
import type { Located } from '../../yaml/read.ts';

export type LocatedProbe = Located<Probe>;

/** @throws UserError where no such thing is called so. */
export function known(
  located: LocatedProbe,
  path: readonly PropertyKey[],
  what: string,
  name: string,
  names: readonly string[],
): void {
  if (names.includes(name)) return;
  throw located.error(path, `there is no ${what} called “${name}”.`, suggestAllowed(name, names));
}

/** @throws UserError where two of a list have one name. */
export function unique(located: LocatedProbe, list: string, names: readonly string[]): void {
  const twice = repeated(names);
  if (twice === undefined) return;
  throw located.error(
    [list, names.lastIndexOf(twice), 'id'],
    `two ${list} are called “${twice}”.`,
    'Give each an `id` of its own.',
  );
}

export function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) < index);
}

export function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}
