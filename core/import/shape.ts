import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import type { Source } from './format.ts';

/** A text that another program wrote: numbers count as text, and what is missing as empty. */
export const loose = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''));

/** As `loose`, with anything else counted as empty: for what is only told of. */
export const lax = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? value : ''));

/** Checks the outline of a foreign file. @throws UserError that names the first place that does not fit. */
export function shaped<T>(
  schema: z.ZodType<T>,
  value: unknown,
  { file }: Pick<Source, 'file'>,
  format: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  throw new UserError(
    `${file} is not of the format ${format}: ${path === '' ? 'it' : `\`${path.slice(0, 80)}\``} does not fit (${issue?.message ?? ''}).`,
    'Name the right format with --as, or mend the file.',
  );
}

/** Tells of the keys that nothing was made of. */
export function unused(
  value: object,
  used: readonly string[],
  what: string,
  warn: (sentence: string) => void,
): void {
  const keys = Object.keys(value).filter((key) => !used.includes(key));
  if (keys.length === 0) return;
  const shown = keys.slice(0, 12).map((key) => `\`${key.slice(0, 40)}\``);
  const more = keys.length > shown.length ? ` and ${keys.length - shown.length} more` : '';
  warn(`Left out of ${what}: ${shown.join(', ')}${more}.`);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
