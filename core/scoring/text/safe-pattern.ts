import { z } from 'zod';

/**
 * A regular expression from a probe file, in the flags `giu`. A repeat within a repeated group is
 * refused, since it can take time exponential in the length of an answer.
 */
export const safePattern = z
  .string()
  .min(1)
  .refine((source) => compile(source) !== undefined, { error: 'not a regular expression' })
  .refine((source) => !repeatsARepeat(source), {
    error: 'a repeat within a repeated group, as in (a+)+, can take forever: write it without',
  })
  .transform((source) => new RegExp(source, 'giu'));

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'giu');
  } catch {
    return undefined;
  }
}

/** True where a group that holds an unbounded repeat is itself repeated. */
function repeatsARepeat(source: string): boolean {
  const plain = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  const groups: { repeats: boolean }[] = [{ repeats: false }];
  for (let at = 0; at < plain.length; at++) {
    const here = groups.at(-1);
    if (plain[at] === '(') groups.push({ repeats: false });
    else if (plain[at] === ')') {
      const closed = groups.pop()?.repeats ?? false;
      if (closed && repeatAt(plain, at + 1)) return true;
      const outer = groups.at(-1);
      if (outer && closed) outer.repeats = true;
    } else if (here && unboundedAt(plain, at)) here.repeats = true;
  }
  return false;
}

function unboundedAt(source: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(source.slice(at, at + 12));
}

function repeatAt(source: string, at: number): boolean {
  return /^(?:[*+]|\{\d)/.test(source.slice(at, at + 2));
}
