import { z } from 'zod';

const entry = z.object({ id: z.string().min(1), owned_by: z.string().nullish().catch(null) });

/** An answer of /models: OpenAI wraps the list, Together does not, Ollama without models says null. */
const listing = z.union([
  z.object({ data: z.array(entry).nullable() }).transform(({ data }) => data ?? []),
  z.array(entry),
]);

export interface Listed {
  readonly id: string;
  readonly owner?: string | undefined;
}

/** @returns nothing where it is no list of models. */
export function readListing(raw: unknown): readonly Listed[] | undefined {
  const parsed = listing.safeParse(raw);
  if (!parsed.success) return undefined;
  return parsed.data.map(({ id, owned_by }) => ({ id, owner: owned_by ?? undefined }));
}

/** True where a name is on the list: Gemini lists `models/NAME`, Ollama `NAME:latest`. */
export function isListed(names: readonly string[], name: string): boolean {
  return names.some((one) => one === name || one === `models/${name}` || one === `${name}:latest`);
}
