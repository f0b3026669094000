import { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import type { Place } from './positions.ts';
import { type ConfigFile, fileSchema } from './schema.ts';
import { echo } from './secret.ts';
import { suggest } from './suggest.ts';

/** One thing that is wrong in the file, as a sentence without its first word's capital. */
export interface Mistake extends Place {
  readonly what: string;
}

export const mistake = (
  path: readonly PropertyKey[],
  what: string,
  on: Place['on'] = 'value',
): Mistake => ({ path, what, on });

/** The file's content as the schema has it, or all that is wrong with it. */
export function checkShape(
  value: unknown,
): { readonly file: ConfigFile } | { readonly mistakes: readonly Mistake[] } {
  const known = new Map<string, readonly string[]>();
  const parsed = fileSchema.safeParse(value, {
    reportInput: true,
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) {
        known.set(String(issue.path ?? []), Object.keys(issue.inst.shape));
      }
      return undefined;
    },
  });
  if (parsed.success) return { file: parsed.data };
  return {
    mistakes: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(issue.path, key, known.get(String(issue.path)) ?? []))
        : [mistake(issue.path, describe(issue), issue.code === 'invalid_key' ? 'key' : 'value')],
    ),
  };
}

function unknownKey(
  parent: readonly PropertyKey[],
  key: string,
  allowed: readonly string[],
): Mistake {
  return mistake(
    [...parent, key],
    `there is no key ${echo(key)} here; ${suggest(key, allowed)}`,
    'key',
  );
}

function describe(issue: z.core.$ZodIssue): string {
  const subject = named(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `${subject} is missing`
        : `${subject} must be ${article(issue.expected)}; given is ${given(issue.input)}`;
    case 'too_small':
    case 'too_big':
      return `${subject} ${bound(issue)}; given is ${given(issue.input)}`;
    case 'invalid_value':
      return oneOf(subject, issue.values.map(String), issue.input);
    case 'invalid_key':
      return `${given(issue.input)} cannot be a name here: ${issue.issues[0]?.message ?? ''}`;
    case 'invalid_format':
      return `${subject}: ${issue.message}; given is ${given(issue.input)}`;
    default:
      return `${subject}: ${issue.message}`;
  }
}

function oneOf(subject: string, values: readonly string[], input: unknown): string {
  const near = typeof input === 'string' ? nearest(input, values) : undefined;
  const meant = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return `${subject} must be ${values.join(' or ')}; given is ${given(input)}${meant}`;
}

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  return issue.code === 'too_small'
    ? `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit}`
    : `must be at most ${issue.maximum}${unit}`;
}

const article = (type: string): string =>
  ({
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys to values',
    record: 'a mapping of names to values',
  })[type] ?? type;

const given = (input: unknown): string => (input === null ? 'nothing' : echo(input));

/** `models.price.in` for a path; which model it is, the line tells. */
function named(path: readonly PropertyKey[]): string {
  const keys = path.filter((step) => typeof step !== 'number').map(String);
  return keys.length === 0 ? 'the file' : `\`${keys.join('.')}\``;
}
