import type { z } from 'zod';
import { nearest, suggestAllowed } from '../text/nearest.ts';
import { echo } from '../text/secrets.ts';
import { type Mistake, MOST_MISTAKES, mistake, sentence } from './mistake.ts';
import { fieldsAt, type Path, shapeAt } from './schema-shape.ts';

/** A value that was checked. */
export interface Checked {
  /** Path of `value` in the file. */
  readonly base: Path;
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
}

/** All that a schema found wrong. A key that is missing since it is misspelt is one mistake, not two. */
export function explainAll(
  { issues }: z.ZodError,
  checked: Checked,
): readonly [Mistake, ...Mistake[]] {
  const all = issues.flatMap((issue) => explain(issue, checked));
  const meant = new Set(all.flatMap((one) => (one.meant ? keyOf(one.meant) : [])));
  const [first, ...rest] = all.filter(
    ({ path, isMissing }) => !(isMissing === true && meant.has(keyOf(path))),
  );
  if (!first) throw new Error('a schema that refuses a value says why');
  return [first, ...rest];
}

interface Found extends Mistake {
  /** Of a misspelt key: the path of the one that was meant. */
  readonly meant?: Path | undefined;
  readonly isMissing?: boolean;
}

const keyOf = (path: Path): string => path.map(String).join('\u0000');

/**
 * A zod issue in words for the person who wrote the value: what was wrong, with what was given, and what
 * is allowed. Misspelt keys come one by one, since each stands on a line of its own.
 */
function explain(issue: z.core.$ZodIssue, checked: Checked, under: Path = []): readonly Found[] {
  const inner = [...under, ...issue.path];
  const path = [...checked.base, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const allowed = fieldsAt(checked.schema, inner);
    return issue.keys.slice(0, MOST_MISTAKES + 1).map((key) => {
      const near = nearest(key, allowed);
      return {
        ...mistake([...path, key], `there is no key ${echo(key)} here`, {
          on: 'key',
          hint: suggestAllowed(key, allowed),
        }),
        meant: near === undefined ? undefined : [...path, near],
      };
    });
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const chosen = closest.find(({ code }) => code === 'unrecognized_keys') ?? closest[0];
    if (chosen) return explain(chosen, checked, inner);
  }
  const subject = nameOf(path);
  const value = valueAt(checked.value, inner);
  const given = `given is ${value === null ? 'nothing' : echo(value)}`;
  const wanted = (otherwise: string) => shapeAt(checked.schema, inner) ?? otherwise;
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? [missing(path, `Write: ${wanted(kindName(issue))}.`)]
        : [mistake(path, `${subject} must be ${wanted(kindName(issue))}; ${given}`)];
    case 'too_small':
    case 'too_big':
      // A sentence of the schema's own says more than a number.
      return /^(Too |Invalid)/.test(issue.message)
        ? [mistake(path, `${subject} must be ${bound(issue)}; ${given}`)]
        : [mistake(path, `${subject} is ${echo(value)}: ${issue.message}`)];
    case 'invalid_value':
      return [oneOf(path, issue.values.map(String), value)];
    case 'invalid_union':
      return [oneOf(path, optionsOf(issue), value)];
    case 'invalid_key':
      return [
        mistake(path, `${echo(String(inner.at(-1) ?? ''))} cannot be a name here`, {
          on: 'key',
          hint: sentence(capital(issue.issues[0]?.message ?? issue.message)),
        }),
      ];
    default:
      // Without the value: a message of the schema's own may be about a secret in it.
      return [mistake(path, `${subject}: ${issue.message}`)];
  }
}

function optionsOf(issue: z.core.$ZodIssue): readonly string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function missing(path: Path, hint: string): Found {
  return { ...mistake(path, `${nameOf(path)} is missing`, { hint }), isMissing: true };
}

function oneOf(path: Path, values: readonly string[], value: unknown): Found {
  const hint = suggestAllowed(String(value), values);
  if (value === undefined) return missing(path, hint);
  const given = value === null ? 'nothing' : echo(value);
  return mistake(path, `${nameOf(path)} cannot be ${given}`, { hint });
}

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  return issue.code === 'too_small'
    ? `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit}`
    : `at most ${issue.maximum}${unit}`;
}

const kindName = ({ expected }: z.core.$ZodIssueInvalidType): string =>
  ({
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys to values',
    record: 'a mapping of names to values',
  })[expected as string] ?? expected;

/** `defaults.samples` for a path; entries of lists are counted from 0. */
function nameOf(path: Path): string {
  return path.length === 0 ? 'the file' : `\`${path.map(String).join('.')}\``;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
