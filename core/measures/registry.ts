import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Measure } from '../domain/measure.ts';
import { UserError } from '../domain/user-error.ts';
import type { MeasureKind } from './measure-kind.ts';

/** The kinds of measures that there are, by name. */
export type MeasureKinds = ReadonlyMap<string, MeasureKind>;

/** The file of a kind's folder that declares it; the second once types are stripped. */
const DECLARATIONS = ['measure.ts', 'measure.js'];

/**
 * The kinds that a folder has, a folder each.
 * @throws UserError where one does not export a measure of the folder's own name.
 */
export async function loadMeasures(folder: string = import.meta.dirname): Promise<MeasureKinds> {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const kinds = await Promise.all(folders.map((name) => loadMeasure(folder, name)));
  return new Map(kinds.flatMap((kind) => (kind ? [[kind.kind, kind]] : [])));
}

/** Undefined for a folder that declares none. */
async function loadMeasure(folder: string, name: string): Promise<MeasureKind | undefined> {
  const paths = DECLARATIONS.map((file) => join(folder, name, file));
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) return undefined;
  const { measure }: { measure?: unknown } = await import(pathToFileURL(path).href);
  if (isMeasureKind(measure) && measure.kind === name) return measure;
  throw new UserError(
    `${path} does not export a measure called “${name}”.`,
    `Export \`const measure = defineMeasure({ kind: '${name}', fields, references, compute })\`.`,
  );
}

const shape = z.looseObject({
  kind: z.string(),
  schema: z.instanceof(z.ZodObject),
  references: z.custom((value) => typeof value === 'function'),
  compute: z.custom((value) => typeof value === 'function'),
});

function isMeasureKind(value: unknown): value is MeasureKind {
  return shape.safeParse(value).success;
}

/** The kinds that this folder has. */
export const MEASURES: MeasureKinds = await loadMeasures();

/** The kind of a measure. @throws UserError where there is none of that name, as in a run that others made. */
export function kindOf(
  { kind }: Pick<Measure, 'kind'>,
  kinds: MeasureKinds = MEASURES,
): MeasureKind {
  const found = kinds.get(kind);
  if (found) return found;
  throw new UserError(
    `There is no kind of measure called “${kind.slice(0, 60)}”.`,
    `There are: ${[...kinds.keys()].join(', ')}.`,
    { code: 'not-found' },
  );
}
