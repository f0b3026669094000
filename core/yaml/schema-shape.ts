import { z } from 'zod';
import { unique } from '../domain/unique.ts';

export type Path = readonly PropertyKey[];

/** The value that may be written at `path`, as one would write it: `a list of { at, means }`, `[number, number]`. */
export function shapeAt(schema: z.core.$ZodType, path: Path): string | undefined {
  return schemasAt(schema, path).flatMap((one) => shapeOf(one) ?? [])[0];
}

/** The names that an object may have at `path`, over all branches of a union. */
export function fieldsAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const here = schemasAt(schema, path);
  const names = here.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
  return unique(names);
}

/** Optional fields are left out. */
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

function inside(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field = schema.shape[String(step)];
    return field ? [field] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.def.element];
  if (schema instanceof z.ZodRecord) return [schema.def.valueType];
  return [];
}

/** Through defaults, optionals and transforms to the form that is written in the file. */
function branches(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return branches(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) return branches(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(branches);
  return [schema];
}
