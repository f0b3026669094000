import { nearest } from '../text/nearest.ts';

/** “did you mean x?” where a name is near, else what is allowed. For the end of a sentence. */
export function suggest(given: string, names: Iterable<string>): string {
  const allowed = [...names];
  const near = nearest(given, allowed);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return allowed.length === 0 ? 'there are none' : `allowed: ${allowed.join(', ')}`;
}
