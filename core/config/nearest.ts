import { distance } from 'fastest-levenshtein';

/** The name that somebody most likely meant, or nothing where none is near. Case does not count. */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  const most = Math.ceil(wanted.length / 3);
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const name of names) {
    const off = distance(wanted, name.toLowerCase());
    if (off <= most && (best === undefined || off < best.off)) best = { name, off };
  }
  return best?.name;
}

/** “did you mean x?” where a name is near, else what is allowed. For the end of a sentence. */
export function suggest(given: string, names: Iterable<string>): string {
  const allowed = [...names];
  const near = nearest(given, allowed);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return allowed.length === 0 ? 'there are none' : `allowed: ${allowed.join(', ')}`;
}
