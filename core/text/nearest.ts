import { distance } from 'fastest-levenshtein';

/**
 * The name that somebody most likely meant: the same but for case, a beginning (with a slip or
 * none), a part between hyphens, or a few slips of the fingers away. Undefined where a guess would be a stab in the dark.
 */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  const given = plain(typed);
  if (given === '') return undefined;
  let best: { name: string; cost: number } | undefined;
  for (const name of names) {
    const cost = costOf(given, plain(name));
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}

/** The sentence that offers a name, or else lists what there is. */
export function suggest(typed: string, names: Iterable<string>, whatThereIs: string): string {
  const name = nearest(typed, names);
  return name === undefined ? whatThereIs : `Did you mean ${name}?`;
}

/** As `suggest`, for several names at once. */
export function suggestAll(
  typed: readonly string[],
  names: readonly string[],
  whatThereIs: string,
): string {
  const near = typed.flatMap((one) => nearest(one, names) ?? []);
  if (near.length === 0) return whatThereIs;
  const rest = near.length < typed.length ? ` ${whatThereIs}` : '';
  return `Did you mean ${near.join(' and ')}?${rest}`;
}

/** As `suggest`, with all that is allowed behind it. */
export function suggestAllowed(typed: string, names: Iterable<string>): string {
  const known = [...names];
  const near = nearest(typed, known);
  const allowed = known.length === 0 ? 'Nothing is allowed here.' : `Allowed: ${known.join(', ')}.`;
  return near === undefined ? allowed : `Did you mean “${near}”? ${allowed}`;
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Lower is nearer; slips come before beginnings, and these before parts. */
function costOf(given: string, name: string): number | undefined {
  const slips = slipsBetween(given, name);
  if (slips !== undefined) return slips;
  if (given.length >= 2 && name.startsWith(given)) return 10 + name.length / 1000;
  if (given.length >= 4 && slipsBetween(given, name.slice(0, given.length)) !== undefined)
    return 15;
  if (given.length >= 3 && name.split(/[-_/:. ]/).includes(given)) return 20;
  if (given.length >= 4 && name.includes(given)) return 30;
  return undefined;
}

/** One slip in three letters is believed, two swapped neighbours count as one. */
function slipsBetween(given: string, name: string): number | undefined {
  const bound = Math.max(1, Math.floor(Math.min(given.length, name.length) / 3));
  if (Math.abs(given.length - name.length) > bound) return undefined;
  if (given === name) return 0;
  let least = distance(given, name);
  for (let at = 0; at + 1 < given.length && least > 1; at++) {
    const swapped =
      given.slice(0, at) + given.charAt(at + 1) + given.charAt(at) + given.slice(at + 2);
    least = Math.min(least, 1 + distance(swapped, name));
  }
  return least <= bound && least < given.length ? least : undefined;
}
