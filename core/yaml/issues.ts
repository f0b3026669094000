import { z } from 'zod';
import { unique } from '../domain/unique.ts';
import { nearest } from '../text/nearest.ts';

export type Path = readonly PropertyKey[];

/** What a zod issue means to the person who wrote the value. */
export interface Explained {
  readonly path: Path;
  /** Without a full stop. */
  readonly what: string;
  readonly next: string;
  readonly misspelt: boolean;
}

export interface Checked {
  /** Where `value` stands in the file. */
  readonly base: Path;
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
}

/** Says what was wrong, with what was given, and what is allowed. */
export function explain(issue: z.core.$ZodIssue, checked: Checked, under: Path = []): Explained {
  const inner = [...under, ...issue.path];
  const path = [...checked.base, ...inner];
  const name = path.length > 0 ? `\`${path.map(String).join('.')}\`` : 'this file';
  const given = valueAt(checked.value, inner);
  const wrong = (what: string, next: string) => ({ path, what, next, misspelt: false });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const next = suggest(key, fieldsAt(checked.schema, inner));
      return {
        path: [...path, key],
        what: `“${key}” is not a field of ${name}`,
        next,
        misspelt: true,
      };
    }
    case 'invalid_union': {
      const closestBranch = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
      const misspelt = closestBranch.find((one) => one.code === 'unrecognized_keys');
      const chosen = misspelt ?? closestBranch[0];
      if (chosen) return explain(chosen, checked, inner);
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return wrong(is(name, given), suggest(String(given), options.map(String)));
    }
    case 'invalid_value':
      return wrong(is(name, given), suggest(String(given), issue.values.map(String)));
    case 'invalid_type':
      return wrong(is(name, given), `Write: ${wanted(checked.schema, inner, issue.expected)}.`);
    case 'too_small':
      return wrong(
        is(name, given),
        issue.origin === 'array'
          ? `Write at least ${issue.minimum} of them: ${wanted(checked.schema, inner, 'a list')}.`
          : sentence(issue.message),
      );
    case 'invalid_key':
      return wrong(
        `${name} is no name to use`,
        sentence(issue.issues[0]?.message ?? issue.message),
      );
    default:
      return wrong(is(name, given), sentence(issue.message));
  }
}

/** “Did you mean …? Allowed: …”, as the second sentence of a UserError. */
export function suggest(word: string, known: readonly string[]): string {
  const match = nearest(word, known);
  const allowed = known.length === 0 ? 'Nothing is allowed here.' : `Allowed: ${known.join(', ')}.`;
  return match === undefined ? allowed : `Did you mean “${match}”? ${allowed}`;
}

/** What may be written at `path`, as one would write it; `otherwise` where it is no list and no object. */
function wanted(schema: z.core.$ZodType, path: Path, otherwise: string): string {
  return schemasAt(schema, path).flatMap((one) => shapeOf(one) ?? [])[0] ?? otherwise;
}

/** `a list of { at, means }`, `[number, number]`: without what may be left out. */
function shapeOf(schema: z.core.$ZodType): string | undefined {
  if (schema instanceof z.ZodArray) {
    const [element] = branches(schema.def.element).flatMap((one) => shapeOf(one) ?? []);
    return element === undefined ? 'a list' : `a list of ${element}`;
  }
  if (schema instanceof z.ZodTuple) {
    return `[${schema.def.items.map((item) => item._zod.def.type).join(', ')}]`;
  }
  if (!(schema instanceof z.ZodObject)) return undefined;
  const needed = Object.entries(schema.shape).flatMap(([key, field]) =>
    field instanceof z.ZodOptional || field instanceof z.ZodDefault ? [] : [key],
  );
  return needed.length === 0 ? undefined : `{ ${needed.join(', ')} }`;
}

function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  let here = branches(schema);
  for (const step of path) here = here.flatMap((one) => inside(one, step)).flatMap(branches);
  return here;
}

/** The names that an object may have at `path`, over all branches of a union. */
function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
  const here = schemasAt(schema, path);
  const names = here.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
  return unique(names);
}

function inside(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field = schema.shape[String(step)];
    return field ? [field] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.def.element];
  if (schema instanceof z.ZodRecord) return [schema.def.valueType];
  return [];
}

/** Through defaults, optionals and transforms to what is written in the file. */
function branches(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return branches(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) return branches(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(branches);
  return [schema];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

function is(name: string, value: unknown): string {
  if (value === undefined) return `${name} is missing`;
  const text = JSON.stringify(value);
  return `${name} is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
